using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Runs;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Receipts;

/// <summary>
/// Looks for what became of messages the provider took and never reported on: texts in its list, at the moments of
/// <see cref="MissingReportRule"/>. What is found moves the notice forward; after the last look the evidence says that no
/// final report came. Nothing is sent again.
/// </summary>
public sealed partial class LookForReports(
    AwaitedReports awaited, NoticeLedger ledger, LostAttempts lost,
    OutcomeConsequences consequences, DeferNotice defer, RunTally tally, IClock clock, ILogger<LookForReports> logger)
{
    private const string Missing = "no final report";

    public Task RunAsync(CancellationToken cancellationToken) => EachAlone.RunAsync(
        awaited.ListAsync(clock.GetCurrentInstant(), cancellationToken), place => LookAsync(place, cancellationToken),
        cancellationToken);

    private async Task LookAsync(OpenAttemptRow place, CancellationToken cancellationToken)
    {
        var row = await ledger.FindAsync(
            place.DistrictId, place.StudentId, place.ReminderId, AttemptId.NoticeIdOf(place.AttemptId), cancellationToken);
        var next = MissingReportRule.NextLook(place.Channel, place.StartedAt, clock.GetCurrentInstant());
        if (IsAwaited(place, row))
        {
            row = await AskAsync(place, row!, isLast: next is null, cancellationToken);
        }

        if (row is null || row.AttemptId != place.AttemptId || NoticeStates.IsClosed(row.State))
        {
            next = null;
            if (row is { State: NoticeState.Failed or NoticeState.NotSent })
            {
                // The next channel. On the queue before the wait ends, so it cannot be lost.
                await defer.SendAgainAsync(row, cancellationToken);
            }
        }

        await awaited.LookedAsync(place, next, cancellationToken);
    }

    private async Task<NoticeRow?> AskAsync(
        OpenAttemptRow place, NoticeRow row, bool isLast, CancellationToken cancellationToken)
    {
        var found = place.Channel == Channel.Sms
            ? await lost.FindAsync(place, row, cancellationToken)
            : DeliveryOutcome.Unknown("the provider cannot be asked");
        var now = clock.GetCurrentInstant();
        if (found.Kind is DeliveryOutcomeKind.Delivered or DeliveryOutcomeKind.NotSentNever)
        {
            await consequences.RunAsync(row, found, cancellationToken, inReport: true);
            LogFound(place.AttemptId, found.Kind);
            tally.Settled();
            return await ledger.ChangeAsync(
                place,
                one => IsAwaited(place, one)
                    ? OutcomeMoves.For(one, found, now, Instant.MaxValue, "found at the provider, which had not reported it")
                    : null,
                cancellationToken);
        }

        if (!isLast)
        {
            return row;
        }

        LogMissing(place.AttemptId, row.State);
        return await ledger.ChangeAsync(
            place, one => IsAwaited(place, one) && one.Reason != Missing ? Ended(one, found.Reason, now) : null,
            cancellationToken);
    }

    private static bool IsAwaited(OpenAttemptRow place, NoticeRow? row) =>
        row is { State: NoticeState.Accepted or NoticeState.Sent } && row.AttemptId == place.AttemptId;

    // It stays what it is, and a report that comes later still moves it.
    private static NoticeChange Ended(NoticeRow row, string why, Instant now) =>
        new(
            row with { Reason = Missing },
            NoticeEvidence.Entry(EvidenceKind.FinalReportMissing, row, now, EvidenceDetail.Of(
                ("stands", row.State.ToString()), ("providerId", row.ProviderId), ("reason", why))));

    [LoggerMessage(Level = LogLevel.Information, Message = "Attempt {AttemptId} was never reported on; the provider's list says {Outcome}")]
    private partial void LogFound(string attemptId, DeliveryOutcomeKind outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {AttemptId} ends as {State}: no final report came")]
    private partial void LogMissing(string attemptId, NoticeState state);
}
