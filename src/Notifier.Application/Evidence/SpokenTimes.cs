using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Notifier.Application.Evidence;

/// <summary>Days and moments as a record for people has them: in words, with the zone's own name for its hour.</summary>
public static class SpokenTimes
{
    private static readonly LocalDatePattern LongDay = LocalDatePattern.CreateWithInvariantCulture("dddd, MMMM d, uuuu");

    private static readonly LocalDatePattern DayOfStep = LocalDatePattern.CreateWithInvariantCulture("ddd MMM d, uuuu");

    // CST and CDT: twice a year the same hour comes twice.
    private static readonly ZonedDateTimePattern Clock = ZonedDateTimePattern.CreateWithInvariantCulture("h:mm tt x", null);

    /// <summary>For example <c>Tuesday, November 17, 2026</c>.</summary>
    public static string Day(LocalDate day) => LongDay.Format(day);

    /// <summary>For example <c>Tue Nov 17, 2026</c>.</summary>
    public static string ShortDay(LocalDate day) => DayOfStep.Format(day);

    /// <summary>For example <c>Tue Nov 17, 2026, 6:00 AM CST</c>.</summary>
    public static string Moment(Instant at, DateTimeZone zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{ShortDay(at.InZone(zone).Date)}, {Hour(at, zone)}");

    /// <summary>For example <c>6:00 AM CST</c>.</summary>
    public static string Hour(Instant at, DateTimeZone zone) => Clock.Format(at.InZone(zone));
}
