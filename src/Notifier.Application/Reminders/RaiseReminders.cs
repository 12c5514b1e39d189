using Microsoft.Extensions.Logging;
using NodaTime.Text;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Reminders;

/// <summary>
/// Hourly: for each district whose run hour has come and whose day is not done, puts each shard of the agenda that is
/// not done on the queue, where <see cref="RaiseShard"/> raises the reminders of every day since the last one done. So a
/// run is many short calls however large the district is. May end anywhere and be run again.
/// </summary>
public sealed partial class RaiseReminders(
    DistrictFiles districts,
    RunProgress progress,
    OpenProblem problems,
    IQueueSender queue,
    IClock clock,
    AgendaSettings settings,
    ILogger<RaiseReminders> logger)
{
    public Task RunAsync(CancellationToken cancellationToken) =>
        districts.ForEachAsync(file => RunAsync(file.District, cancellationToken), cancellationToken);

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
        if (stands.StartedThrough < day
            && await progress.MoveAsync(stands with { StartedThrough = day }, cancellationToken) is null)
        {
            return;
        }

        var from = await FirstDayAsync(district, stands.DoneThrough, day, cancellationToken);
        var done = await progress.ShardsAsync(district.DistrictId, cancellationToken);
        var waiting = Enumerable.Range(0, settings.Shards)
            .Where(shard => !done.TryGetValue(shard, out var through) || through < day)
            .Select(shard => new AgendaShard { DistrictId = district.DistrictId, From = from, Day = day, Shard = shard })
            .ToList();
        if (waiting.Count == 0)
        {
            // Whoever finished the last shard ended before saying so.
            await progress.FinishAsync(district.DistrictId, day, settings.Shards, cancellationToken);
            return;
        }

        using var step = FlowTrace.Start(nameof(RaiseReminders), ("district", district.DistrictId));
        await queue.SendAsync(QueueNames.AgendaShards, [.. waiting.Select(one => one.ToMessage())], cancellationToken);
        LogStarted(district.DistrictId, from, day, waiting.Count);
    }

    /// <summary>The last day whose run hour has come.</summary>
    public static LocalDate DayToRun(District district, Instant now)
    {
        var local = now.InZone(district.TimeZone);
        return local.TimeOfDay >= district.Policies.RunHour ? local.Date : local.Date.PlusDays(-1);
    }

    /// <summary>The message that raises a reminder: the same reminder, the same id.</summary>
    /// <param name="reminder">What to raise.</param>
    /// <param name="refresh">
    /// The refresh that made it true after its day's run had begun; null: the run raises it. A reminder that was withheld
    /// because of a slip and is true again minutes later must not be taken for a repetition by the queue.
    /// </param>
    public static QueueMessage MessageFor(Reminder reminder, int? refresh = null)
    {
        var due = NoticeDue.From(reminder);
        return due.ToMessage($"raise-{due.ReminderId()}{(refresh is { } number ? $"-{number}" : "")}", null);
    }

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
        Level = LogLevel.Information, Message = "District {DistrictId}: {Shards} shards of {From} to {Day} are to be raised")]
    private partial void LogStarted(string districtId, LocalDate from, LocalDate day, int shards);
}
