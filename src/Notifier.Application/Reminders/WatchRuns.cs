using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.PlanDates;

namespace Notifier.Application.Reminders;

/// <summary>A run that was not done by its hour becomes a visible problem of the district, and an error in the log;
/// so does an evening whose texts do not fit.</summary>
public sealed partial class WatchRuns(
    DistrictFiles districts,
    RunProgress progress,
    VisibleProblems problems,
    OpenProblem open,
    CheckEvening evening,
    IClock clock,
    AgendaSettings settings,
    ILogger<WatchRuns> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var districtId in districts.AllIdsAsync(cancellationToken))
        {
            if (await districts.GetAsync(districtId, cancellationToken) is { } file)
            {
                await RunAsync(file.District, cancellationToken);
            }
        }

        await evening.RunAsync(cancellationToken);
    }

    private async Task RunAsync(District district, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var expected = RaiseReminders.DayToRun(district, now - Duration.FromHours(settings.RunDoneWithinHours));
        var stands = await progress.GetAsync(district.DistrictId, district.Today(now), cancellationToken);
        await CloseAsync(district.DistrictId, stands.DoneThrough, now, cancellationToken);
        if (stands.DoneThrough < expected)
        {
            LogNotDone(district.DistrictId, expected, stands.DoneThrough);
            await open.RunAsync(ProblemOf(district, expected, stands.DoneThrough), cancellationToken);
        }
    }

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
