using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>
/// Keeps the list of students whom changes concern as the files have it, and has the changed days to come of a student
/// looked at anew whose file changed: a child who came today hears of tomorrow, and so does a new guardian.
/// </summary>
public sealed class ChangedDaysAhead(KeptScheduleChanges changes, ConcernedStudents concerned, IQueueSender queue, IClock clock)
{
    /// <param name="change">What changed.</param>
    /// <param name="student">As on file; null: gone.</param>
    /// <param name="today">The district's date.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RunAsync(PlanChange change, StudentFile? student, LocalDate today, CancellationToken cancellationToken)
    {
        var (moved, isPromised) = await concerned.PlaceAsync(change.DistrictId, change.StudentId, student, cancellationToken);
        if (student is null || !(moved || isPromised))
        {
            return;
        }

        var messages = new List<QueueMessage>();
        foreach (var day in await changes.DaysAsync(change.DistrictId, today, cancellationToken))
        {
            var due = NoticeDue.OfDay(
                change.DistrictId, change.StudentId,
                (PromisedNotice.In(student.Plans, student.Accommodations, day) ?? ChangedDays.PlanOf(student)).PlanId, day);
            // Each look is its own: a file that is changed, and changed back within minutes, is looked at three times.
            var look = StableId.Of(due.ReminderId(), student.Version, InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant()));
            messages.Add(due.ToMessage($"ahead-{look}", null));
        }

        foreach (var some in messages.Chunk(100))
        {
            await queue.SendAsync(QueueNames.NoticesDue, some, cancellationToken);
        }
    }
}
