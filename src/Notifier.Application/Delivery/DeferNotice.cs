using NodaTime;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Evidence;
using Notifier.Notices;

namespace Notifier.Application.Delivery;

/// <summary>Puts a notice off: on record first, then back on the queue with the moment before which it is not delivered.</summary>
public sealed class DeferNotice(NoticeLedger ledger, WaitingTexts waiting, IQueueSender queue, RunTally tally, IClock clock)
{
    /// <param name="read">The reminder's notices as read.</param>
    /// <param name="row">The notice, on record or not yet.</param>
    /// <param name="recipient">Whose zone the moment is told in.</param>
    /// <param name="until">Not before this moment.</param>
    /// <param name="segments">Of a text, as counted for the evening; 0: it is not counted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when anything was written since the notices were read.</returns>
    public async Task<bool> RunAsync(
        ReminderNotices read, NoticeRow row, Recipient recipient, Instant until, int segments,
        CancellationToken cancellationToken)
    {
        var isNew = !read.Rows.Any(one => one.NoticeId == row.NoticeId);
        if (isNew || row.NotBefore is not { } already || already < until)
        {
            var now = clock.GetCurrentInstant();
            var deferred = row with { NotBefore = until };
            var entry = NoticeEvidence.Entry(
                EvidenceKind.NoticeDeferred, deferred, now,
                EvidenceDetail.Of(("until", NoticeEvidence.Iso(until)), ("zone", recipient.TimeZone.Id)));
            var change = isNew
                ? new NoticeChange(deferred, NoticeEvidence.Planned(row, recipient, now), entry)
                : new NoticeChange(deferred, entry);
            if (segments > 0)
            {
                await waiting.NoteAsync(row, until, segments, cancellationToken);
            }

            if (await ledger.WriteAsync(read.Head, row, change, cancellationToken) is null)
            {
                return false;
            }

            tally.Deferred();
            row = deferred;
        }

        // Also when it was on record already: the program may have ended before it reached the queue.
        await SendAgainAsync(row, cancellationToken);
        return true;
    }

    /// <summary>Puts a planned notice on the queue for its moment. One message too many does nothing when it comes.</summary>
    public Task SendAgainAsync(NoticeRow row, CancellationToken cancellationToken)
    {
        // The moment of sending is part of the id: the message in hand may have come early by a clock that is ahead of
        // ours, and the queue would drop another with its id. One too few is a lost notice.
        var now = clock.GetCurrentInstant();
        var message = row.ToNoticeDue().ToMessage(
            $"{row.NoticeId}-{row.Attempt}-{(row.NotBefore ?? now).ToUnixTimeSeconds()}-{now.ToUnixTimeTicks()}", row.NotBefore);
        return queue.SendAsync(QueueNames.NoticesDue, [message], cancellationToken);
    }
}
