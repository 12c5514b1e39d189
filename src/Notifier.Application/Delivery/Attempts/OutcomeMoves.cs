using NodaTime;
using Notifier.Delivery;
using Notifier.Evidence;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>What an attempt's outcome makes of its notice.</summary>
internal static class OutcomeMoves
{
    /// <param name="row">The notice, attempting, of unknown outcome, or accepted without a final report.</param>
    /// <param name="outcome">What is certain now.</param>
    /// <param name="now">The moment.</param>
    /// <param name="usefulUntil">The next attempt must come before; otherwise the notice is not sent.</param>
    /// <param name="seen">What was seen when the outcome was looked for later; null: the attempt's own answer.</param>
    /// <param name="interrupted">The process ended in the attempt: the channel is not to blame, and the next try is at once.</param>
    public static NoticeChange For(
        NoticeRow row, DeliveryOutcome outcome, Instant now, Instant usefulUntil, string? seen = null, bool interrupted = false)
    {
        var moved = Moved(row, outcome, now, usefulUntil, interrupted);
        var entries = new List<EvidenceEntry>(2);
        if (seen is not null)
        {
            entries.Add(NoticeEvidence.Entry(EvidenceKind.OutcomeReconciled, row, now, EvidenceDetail.Of(("seen", seen))));
        }

        entries.Add(NoticeEvidence.Entry(KindOf(moved.State), row, now, EvidenceDetail.Of(
            ("reason", moved.Reason), ("providerId", moved.ProviderId),
            ("nextTry", moved.NotBefore is { } next ? NoticeEvidence.Iso(next) : null))));
        return new NoticeChange(moved, entries);
    }

    /// <summary>Where an outcome leads, unless no later try is of use.</summary>
    public static NoticeState StateOf(DeliveryOutcomeKind outcome) => outcome switch
    {
        DeliveryOutcomeKind.Accepted => NoticeState.Accepted,
        DeliveryOutcomeKind.Delivered => NoticeState.Delivered,
        DeliveryOutcomeKind.NotSentNever => NoticeState.NotSent,
        DeliveryOutcomeKind.NotSentTryAgain => NoticeState.Planned,
        DeliveryOutcomeKind.Unknown => NoticeState.Unknown,
        _ => throw new InvalidOperationException($"{outcome} is not an outcome this ledger knows."),
    };

    private static NoticeRow Moved(
        NoticeRow row, DeliveryOutcome outcome, Instant now, Instant usefulUntil, bool interrupted)
    {
        var known = row with { ProviderId = outcome.ProviderId ?? row.ProviderId, Reason = outcome.Reason };
        if (outcome.Kind != DeliveryOutcomeKind.NotSentTryAgain)
        {
            // What was taken once and then not delivered has failed, whatever it is called when it is found.
            var wasTaken = row.State is NoticeState.Accepted or NoticeState.Sent;
            return known with
            {
                State = wasTaken && outcome.Kind == DeliveryOutcomeKind.NotSentNever ? NoticeState.Failed : StateOf(outcome.Kind),
            };
        }

        if (interrupted)
        {
            return known with { State = NoticeState.Planned, NotBefore = null };
        }

        return RetryDelays.NextTry(row.AttemptId, now, usefulUntil, outcome.RetryAfter) is { } next
            ? known with { State = NoticeState.Planned, NotBefore = next }
            : known with { State = NoticeState.NotSent, Reason = $"{outcome.Reason}, no later try is of use" };
    }

    private static EvidenceKind KindOf(NoticeState state) => state switch
    {
        NoticeState.Accepted => EvidenceKind.NoticeAccepted,
        NoticeState.Sent => EvidenceKind.NoticeSent,
        NoticeState.Delivered => EvidenceKind.NoticeDelivered,
        NoticeState.Failed => EvidenceKind.NoticeFailed,
        NoticeState.NotSent => EvidenceKind.NoticeNotSent,
        NoticeState.Unknown => EvidenceKind.OutcomeUnknown,
        NoticeState.Planned => EvidenceKind.AttemptNotSent,
        _ => throw new InvalidOperationException($"No attempt leads to {state}."),
    };
}
