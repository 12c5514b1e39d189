using NCrontab;
using NodaTime;

namespace Notifier.Cli.Scheduling;

/// <summary>When a timer comes round: NCRONTAB with six fields (second first), in UTC, as in Azure.</summary>
public sealed class TimerSchedule
{
    private static readonly Instant AnyMoment = Instant.FromUtc(2026, 1, 1, 0, 0);

    private readonly CrontabSchedule schedule;

    private TimerSchedule(CrontabSchedule schedule)
    {
        this.schedule = schedule;
        var first = After(AnyMoment);
        Period = After(first) - first;
    }

    /// <summary>From one time to the next, about: for a schedule with gaps, its first two times of a year.</summary>
    public Duration Period { get; }

    /// <summary>It asks "what is due by now" at least once an hour.</summary>
    public bool IsFrequent => Period <= Duration.FromHours(1);

    /// <exception cref="InvalidOperationException">It is no NCRONTAB expression with six fields.</exception>
    public static TimerSchedule Parse(string expression) =>
        CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } schedule
            ? new TimerSchedule(schedule)
            : throw new InvalidOperationException(
                $"'{expression}' is no schedule: six fields (second minute hour day month weekday), like 0 */5 * * * *.");

    /// <summary>The first time after the moment, which itself does not count.</summary>
    public Instant After(Instant moment) =>
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(schedule.GetNextOccurrence(moment.ToDateTimeUtc()), DateTimeKind.Utc));
}
