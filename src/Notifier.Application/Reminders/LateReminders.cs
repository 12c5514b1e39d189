using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Reminders;

namespace Notifier.Application.Reminders;

/// <summary>
/// Raises reminders that were written under a day whose run has begun already: a plan imported three days before its due
/// date, or a due date that moved. No run would read them again.
/// </summary>
public sealed class LateReminders(RunProgress progress, IQueueSender queue, RunTally tally)
{
    /// <summary>Must come after the reminders were written: a run that begins after this look reads them itself.</summary>
    public async Task RaiseAsync(
        string districtId, StudentSchedule schedule, IReadOnlyList<AgendaEntry> entries, LocalDate today,
        CancellationToken cancellationToken)
    {
        if (schedule.New.Count == 0)
        {
            return;
        }

        var stands = await progress.GetAsync(districtId, today, cancellationToken);
        var added = schedule.New.ToHashSet(StringComparer.Ordinal);
        var missed = CatchUp.Latest(entries.Select(entry => entry.Reminder).OfType<Reminder>().Where(one => one.On <= stands.StartedThrough), today)
            .Where(reminder => added.Contains(AgendaPlace.Of(reminder).ToText()))
            .ToList();
        foreach (var some in missed.Chunk(100))
        {
            await queue.SendAsync(QueueNames.NoticesDue, [.. some.Select(reminder => RaiseReminders.MessageFor(reminder, schedule.Revision))], cancellationToken);
        }

        tally.Raised(missed.Count);
    }
}
