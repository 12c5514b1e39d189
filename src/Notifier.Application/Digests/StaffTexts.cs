using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Notices;

namespace Notifier.Application.Digests;

/// <summary>Puts the text that follows an overview on the queue, for whoever chose to be texted.</summary>
public sealed class StaffTexts(IQueueSender queue)
{
    /// <summary>After an overview went out, and again whenever its message comes again: the same text, the same message.</summary>
    /// <param name="digest">The overview.</param>
    /// <param name="file">The district's.</param>
    /// <param name="today">The district's date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task QueueAsync(NoticeDue digest, DistrictFile file, LocalDate today, CancellationToken cancellationToken)
    {
        var member = file.Staff.FirstOrDefault(one => one.StaffId == digest.Part);
        if (StaffTextRecipient.For(member, file.District, today) is null)
        {
            return Task.CompletedTask;
        }

        var text = NoticeDue.OfStaffText(digest);
        return queue.SendAsync(QueueNames.NoticesDue, [text.ToMessage($"stafftext-{text.ReminderId()}", null)], cancellationToken);
    }
}
