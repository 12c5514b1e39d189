using NodaTime;
using Notifier.Cli.Commands;
using Notifier.Cli.Sample;
using Notifier.PlanDates;

namespace Notifier.Cli.Demo;

/// <summary>Lives through the sample's day, hour by hour, with the very functions that run in earnest.</summary>
public sealed class DemoDay(District district, DemoClock clock)
{
    private static readonly LocalTime From = new(6, 0);

    private const int Hours = 15;

    /// <summary>Before the day begins, on the district's clock.</summary>
    public static Instant Start(District district) => MomentOf(district, From).Minus(Duration.FromMinutes(30));

    public Task<RunOutcome> LiveAsync(OneMachine home, Action<string> progress, CancellationToken stop) =>
        home.RunOnceAsync(HourByHour(progress), new CallsSoFar(progress), stop);

    // The clock moves when the next moment is asked for, which is after the last one was handled.
    private IEnumerable<Instant> HourByHour(Action<string> progress)
    {
        foreach (var hour in Enumerable.Range(0, Hours).Select(hour => From.PlusHours(hour)))
        {
            var moment = MomentOf(district, hour);
            clock.MoveTo(moment);
            progress(hour.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
            yield return moment;
        }
    }

    private static Instant MomentOf(District district, LocalTime time) =>
        SampleCalendar.AsOf.At(time).InZoneLeniently(district.TimeZone).ToInstant();
}
