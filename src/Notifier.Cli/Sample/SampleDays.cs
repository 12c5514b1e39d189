using NodaTime;
using Notifier.Calendars;

namespace Notifier.Cli.Sample;

/// <summary>School days counted from the day the sample is made for.</summary>
public sealed class SampleDays(IEnumerable<CalendarEntry> calendar, LocalDate asOf)
{
    private readonly IReadOnlyList<CalendarEntry> daysOff =
        [.. calendar.Where(entry => entry.Kind is CalendarEntryKind.NoSchool or CalendarEntryKind.Closure)];

    /// <summary>The last school day at least so many calendar days before the sample's day.</summary>
    public LocalDate Ago(int days) => OnOrBefore(asOf.PlusDays(-days));

    /// <summary>The last school day at most so many calendar days after the sample's day, and never before it.</summary>
    public LocalDate Ahead(int days) => LocalDate.Max(asOf, OnOrBefore(asOf.PlusDays(days)));

    /// <summary>The date itself, or the last weekday before it that no break takes away; June and July have none.</summary>
    public LocalDate OnOrBefore(LocalDate date)
    {
        while (!IsWorkday(date))
        {
            date = date.PlusDays(-1);
        }

        return date;
    }

    private bool IsWorkday(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        && date.Month is not (6 or 7)
        && !daysOff.Any(off => off.FirstDate <= date && date <= off.LastDate);
}
