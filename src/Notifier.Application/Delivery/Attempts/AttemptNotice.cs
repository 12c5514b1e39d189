using NodaTime;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.Runs;
using Notifier.Delivery;
using Notifier.Notices;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>Makes one attempt, and puts the next one on the queue where the notice may be tried again.</summary>
public sealed class AttemptNotice(NoticeAttempts attempts, AttemptIndex index, DeferNotice defer, RunTally tally)
{
    /// <inheritdoc cref="NoticeAttempts.RunAsync"/>
    /// <returns>What is left to be done.</returns>
    public async Task<AttemptEnd> RunAsync(
        ReminderNotices read, NoticeRow row, Recipient recipient, NoticeContent content, INoticeSubject subject, Instant usefulUntil,
        CancellationToken cancellationToken)
    {
        if (await attempts.RunAsync(read, row, recipient, content, subject, usefulUntil, cancellationToken) is not { } after)
        {
            return AttemptEnd.Overtaken;
        }

        tally.Attempted(after.State);
        if (after.State == NoticeState.Planned)
        {
            await defer.SendAgainAsync(after, cancellationToken);
        }

        // Only now: a crash before the message was queued leaves the attempt open, and whoever settles it queues it again.
        if (after.State is NoticeState.Planned or NoticeState.NotSent or NoticeState.Failed)
        {
            await index.CloseAsync(after.AttemptId, cancellationToken);
        }

        return after.State is NoticeState.NotSent or NoticeState.Failed ? AttemptEnd.Closed : AttemptEnd.Settled;
    }
}
