using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Alarms;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Application.Runs;
using Notifier.PlanDates;

namespace Notifier.Application.Reminders;

/// <summary>A run that was not done by its hour becomes a visible problem of the district, an error in the log and an alarm
/// by mail; so does an evening whose texts do not fit, without the mail.</summary>
public sealed partial class WatchRuns(
    DistrictFiles districts,
    RunProgress progress,
    VisibleProblems problems,
    OpenProblem open,
    Watchman watchman,
    Alarm alarm,
    CheckEvening evening,
    IClock clock,
    AgendaSettings settings,
    ILogger<WatchRuns> logger)
{
    /// <summary>What cannot be looked at is told by mail, and thrown when everything else was looked at.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => watchman.RunAsync(WatchAsync, cancellationToken);

    private Task WatchAsync(CancellationToken cancellationToken) => EachAlone.RunAsync(
        [
            () => districts.ForEachAsync(file => RunAsync(file.District, cancellationToken), cancellationToken),
            () => evening.RunAsync(cancellationToken),
        ],
        each => each(),
        cancellationToken);

    private async Task RunAsync(District district, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var expected = RaiseReminders.DayToRun(district, now - Duration.FromHours(settings.RunDoneWithinHours));
        var stands = await progress.GetAsync(district.DistrictId, district.Today(now), cancellationToken);
        await CloseAsync(district.DistrictId, stands.DoneThrough, now, cancellationToken);
        if (stands.DoneThrough < expected && !await IsFirstDayAsync(stands, district, expected, cancellationToken))
        {
            LogNotDone(district.DistrictId, expected, stands.DoneThrough);
            var problem = ProblemOf(district, expected, stands.DoneThrough);
            // Told before it is noted as told: one alarm too many is better than none.
            if (await problems.FindOpenAsync(district.DistrictId, "", problem.ProblemId, cancellationToken) is null)
            {
                await alarm.RaiseAsync(district, problem.What, problem.Remedy, cancellationToken);
            }

            await open.RunAsync(problem, cancellationToken);
        }
    }

    // Imported after the hour of its first day, a district had no run that could be late; from the next day on it has.
    private async Task<bool> IsFirstDayAsync(
        RunProgressRow stands, District district, LocalDate expected, CancellationToken cancellationToken) =>
        stands.StartedThrough == stands.DoneThrough && stands.DoneThrough.PlusDays(1) == expected
        && (await progress.ShardsAsync(district.DistrictId, cancellationToken)).Count == 0;

    private async Task CloseAsync(string districtId, LocalDate done, Instant now, CancellationToken cancellationToken)
    {
        await foreach (var row in problems.ListOpenAsync(districtId, "", cancellationToken))
        {
            if (row.Kind == ProblemKind.RunNotFinished && LocalDatePattern.Iso.Parse(row.Part).Value <= done)
            {
                await problems.CloseAsync(districtId, "", row.ProblemId, now, cancellationToken);
            }
        }
    }

    private Problem ProblemOf(District district, LocalDate day, LocalDate done)
    {
        var iso = LocalDatePattern.Iso.Format(day);
        return new Problem
        {
            ProblemId = VisibleProblems.IdOf(ProblemKind.RunNotFinished, district.DistrictId, iso),
            DistrictId = district.DistrictId,
            Kind = ProblemKind.RunNotFinished,
            Part = iso,
            What = $"The run of {iso} was not done {settings.RunDoneWithinHours} hours after "
                + $"{district.Policies.RunHour:HH:mm}; the last day done is {LocalDatePattern.Iso.Format(done)}.",
            Remedy = "See that the program runs and look for errors in its log; the next run catches up by itself.",
        };
    }

    [LoggerMessage(
        Level = LogLevel.Error, Message = "District {DistrictId}: the run of {Expected} is not done; last done {Done}")]
    private partial void LogNotDone(string districtId, LocalDate expected, LocalDate done);
}
