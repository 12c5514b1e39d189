using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.Runs;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>
/// Makes one attempt: recorded before the channel is called, its outcome recorded after. Whatever happens in between,
/// nobody sends this notice again before it is known what became of the attempt.
/// </summary>
public sealed partial class NoticeAttempts(
    NoticeLedger ledger, AttemptIndex index, IDeliveryChannel channel, OutcomeConsequences consequences, IClock clock,
    DeliverySettings settings, ILogger<NoticeAttempts> logger)
{
    /// <param name="read">The reminder's notices as read; the claim fails when anything was written since.</param>
    /// <param name="row">The planned notice, on record or not yet.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <param name="content">The words.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="usefulUntil">No attempt is made after it.</param>
    /// <param name="cancellationToken">Ends the wait; the attempt is then settled later.</param>
    /// <returns>The notice as it stands after the attempt; null when somebody else was faster.</returns>
    public async Task<NoticeRow?> RunAsync(
        ReminderNotices read,
        NoticeRow row,
        Recipient recipient,
        NoticeContent content,
        INoticeSubject subject,
        Instant usefulUntil,
        CancellationToken cancellationToken)
    {
        if (await ClaimAsync(read, row, recipient, content, subject, cancellationToken) is not { } claimed)
        {
            return null;
        }

        using var step = FlowTrace.Start(
            "Deliver", ("notice", row.NoticeId), ("attempt", claimed.Row.AttemptId), ("channel", row.Channel.ToString()));
        var outcome = await DeliverAsync(MessageFor(claimed.Row, recipient, content, subject, usefulUntil), cancellationToken);
        FlowTrace.Outcome(outcome.Kind.ToString());
        LogOutcome(claimed.Row.AttemptId, outcome.Kind, outcome.Reason);
        await consequences.RunAsync(claimed.Row, outcome, cancellationToken);
        return await RecordAsync(claimed, outcome, usefulUntil, cancellationToken);
    }

    private async Task<WrittenNotice?> ClaimAsync(
        ReminderNotices read, NoticeRow row, Recipient recipient, NoticeContent content, INoticeSubject subject,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var isNew = !read.Rows.Any(one => one.NoticeId == row.NoticeId);
        var told = subject.MeetingToldOf(now);
        var claimed = row with
        {
            State = NoticeState.Attempting,
            Attempt = row.Attempt + 1,
            AttemptedAt = now,
            NotBefore = null,
            Language = content.Language,
            TextHash = LostAttempt.HashOf(content.Text),
            MeetingOn = told?.On,
            MeetingAs = told?.As,
            MeetingUid = told is null ? null : subject.MeetingMessage?.Uid,
            MeetingRevision = told is null ? 0 : subject.MeetingMessage?.Revision ?? 0,
            AddressHash = Suppressions.HashOf(recipient.Channel, recipient.Address),
        };

        await index.OpenAsync(AttemptIndex.RowFor(claimed, now), cancellationToken);
        var started = NoticeEvidence.Started(claimed, content, now);
        var change = isNew
            ? new NoticeChange(claimed, NoticeEvidence.Planned(row, recipient, now), started)
            : new NoticeChange(claimed, started);
        return await ledger.WriteAsync(read.Head, row, change, cancellationToken) is { } hash
            ? new WrittenNotice(claimed, hash)
            : null;
    }

    private async Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var timeOut = settings.AttemptTimeOut.ToTimeSpan();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeOut);
        try
        {
            // A channel that ignores its token is not waited for either.
            return await channel.DeliverAsync(message, limit.Token).WaitAsync(timeOut, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception problem)
        {
            // It broke somewhere between us and the provider: whether it went out is not known, so it is held.
            LogBroken(message.AttemptId, problem.GetType().Name);
            return DeliveryOutcome.Unknown(problem is TimeoutException or OperationCanceledException ? "no answer in time" : problem.GetType().Name);
        }
    }

    private async Task<NoticeRow?> RecordAsync(
        WrittenNotice written, DeliveryOutcome outcome, Instant usefulUntil, CancellationToken cancellationToken)
    {
        var claimed = written.Row;
        var place = AttemptIndex.RowFor(claimed, claimed.AttemptedAt!.Value);
        if (outcome.Kind == DeliveryOutcomeKind.Accepted)
        {
            // Texts are looked for in the provider's list by their words, and two notices may say the same to one number.
            await Task.WhenAll(
                index.KeepForReceiptsAsync(place, cancellationToken),
                outcome.ProviderId is { } providerId && claimed.Channel == Channel.Sms
                    ? index.ClaimAsync(providerId, claimed.AttemptId, cancellationToken)
                    : Task.CompletedTask);
        }

        var now = clock.GetCurrentInstant();
        var stands = await ledger.ChangeAsync(
            place,
            row => row.Attempt == claimed.Attempt && row.State == NoticeState.Attempting
                ? OutcomeMoves.For(row, outcome, now, usefulUntil)
                : null,
            cancellationToken,
            written);
        if (stands is { State: not (NoticeState.Unknown or NoticeState.Planned or NoticeState.NotSent) })
        {
            await index.CloseAsync(claimed.AttemptId, cancellationToken);
        }

        return stands;
    }

    private static OutgoingMessage MessageFor(
        NoticeRow row, Recipient recipient, NoticeContent content, INoticeSubject subject, Instant usefulUntil) =>
        new()
        {
            AttemptId = row.AttemptId,
            NoticeId = row.NoticeId,
            Channel = row.Channel,
            Address = recipient.Address,
            RecipientName = recipient.Name,
            Language = content.Language,
            Content = content,
            SenderName = subject.District.Name,
            ReplyTo = subject.District.Policies.ContactEmail,
            At = row.AttemptedAt!.Value.InZone(recipient.TimeZone),
            DeliverBefore = (row.Channel, row.ReplyId) switch
            {
                (Channel.Email, _) => null,
                // Whoever writes at night is answered at night: the hours of texts are over by then.
                (_, not null) => usefulUntil,
                _ => Instant.Min(usefulUntil, AllowedHours.Of(subject.District.Policies).Closing(row.AttemptedAt!.Value, recipient.TimeZone)),
            },
            Why = subject.WhyFor(recipient),
        };

    [LoggerMessage(Level = LogLevel.Debug, Message = "Attempt {AttemptId}: {Outcome} ({Reason})")]
    private partial void LogOutcome(string attemptId, DeliveryOutcomeKind outcome, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attempt {AttemptId} broke off ({Problem}); its outcome is unknown and it is held")]
    private partial void LogBroken(string attemptId, string problem);
}
