using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Application.Storage;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Reminders;

/// <summary>
/// Hourly: for each district whose run hour has come and whose day is not done, puts the reminders of every day since
/// the last one done on the queue. Reads those days alone. May end anywhere and be run again.
/// </summary>
public sealed partial class RaiseReminders(
    DistrictFiles districts,
    Agenda agenda,
    RunProgress progress,
    OpenProblem problems,
    IQueueSender queue,
    RunTally tally,
    IClock clock,
    AgendaSettings settings,
    ILogger<RaiseReminders> logger)
{
    private const int MessagesAtOnce = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var districtId in districts.AllIdsAsync(cancellationToken))
        {
            if (await districts.GetAsync(districtId, cancellationToken) is { } file)
            {
                await RunAsync(file.District, cancellationToken);
            }
        }
    }

    private async Task RunAsync(District district, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var day = DayToRun(district, now);
        var stands = await progress.GetAsync(district.DistrictId, district.Today(now), cancellationToken);
        if (stands.DoneThrough >= day)
        {
            return;
        }

        // Before the first read: a reminder written after this moment is raised by whoever writes it.
        var started = await progress.MoveAsync(
            stands with { StartedThrough = LocalDate.Max(day, stands.StartedThrough) }, cancellationToken);
        if (started is null)
        {
            return;
        }

        var from = await FirstDayAsync(district, stands.DoneThrough, day, cancellationToken);
        var raised = 0;
        for (var shard = 0; shard < settings.Shards; shard++)
        {
            raised += await RaiseShardAsync(district.DistrictId, from, day, shard, cancellationToken);
        }

        await progress.MoveAsync(started with { DoneThrough = day }, cancellationToken);
        LogDone(district.DistrictId, from, day, raised);
    }

    /// <summary>The last day whose run hour has come.</summary>
    public static LocalDate DayToRun(District district, Instant now)
    {
        var local = now.InZone(district.TimeZone);
        return local.TimeOfDay >= district.Policies.RunHour ? local.Date : local.Date.PlusDays(-1);
    }

    // One student's reminders are all in one shard, so each shard can be caught up by itself.
    private async Task<int> RaiseShardAsync(
        string districtId, LocalDate from, LocalDate day, int shard, CancellationToken cancellationToken)
    {
        var found = new List<Reminder>();
        var toRefresh = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in agenda.ReadAsync(districtId, from, day, shard, cancellationToken))
        {
            if (row.IsRefresh)
            {
                toRefresh.Add(row.StudentId);
            }
            else
            {
                found.Add(row.ToReminder());
            }
        }

        foreach (var some in toRefresh.Chunk(MessagesAtOnce))
        {
            await queue.SendAsync(
                QueueNames.PlanChanges, [.. some.Select(studentId => RefreshFor(districtId, studentId, day))], cancellationToken);
        }

        var latest = CatchUp.Latest(found, day);
        foreach (var some in latest.Chunk(MessagesAtOnce))
        {
            await queue.SendAsync(QueueNames.NoticesDue, [.. some.Select(MessageFor)], cancellationToken);
        }

        tally.Raised(latest.Count);
        return latest.Count;
    }

    /// <summary>The message that raises a reminder: the same reminder, the same id.</summary>
    public static QueueMessage MessageFor(Reminder reminder)
    {
        var due = NoticeDue.From(reminder);
        return due.ToMessage($"raise-{due.ReminderId()}", null);
    }

    private static QueueMessage RefreshFor(string districtId, string studentId, LocalDate day) =>
        new()
        {
            MessageId = $"refresh-{StableId.Of(districtId, studentId)}-{LocalDatePattern.Iso.Format(day)}",
            Body = new PlanChange { DistrictId = districtId, StudentId = studentId, Reason = "a due date passed" }.ToBody(),
        };

    private async Task<LocalDate> FirstDayAsync(
        District district, LocalDate doneThrough, LocalDate day, CancellationToken cancellationToken)
    {
        var next = doneThrough.PlusDays(1);
        var earliest = day.PlusDays(1 - settings.MostDaysCaughtUp);
        if (next >= earliest)
        {
            return next;
        }

        var (first, last) = (LocalDatePattern.Iso.Format(next), LocalDatePattern.Iso.Format(earliest.PlusDays(-1)));
        await problems.RunAsync(
            new Problem
            {
                ProblemId = VisibleProblems.IdOf(ProblemKind.DaysNotRun, district.DistrictId, first, last),
                DistrictId = district.DistrictId,
                Kind = ProblemKind.DaysNotRun,
                What = $"The reminders of {first} to {last} were never raised: no run took place for too long.",
                Remedy = "Look at what is due and overdue (the command due lists it) and tell the people concerned.",
            },
            cancellationToken);
        return earliest;
    }

    [LoggerMessage(
        Level = LogLevel.Information, Message = "District {DistrictId}: {Raised} reminders of {From} to {Day} raised")]
    private partial void LogDone(string districtId, LocalDate from, LocalDate day, int raised);
}
