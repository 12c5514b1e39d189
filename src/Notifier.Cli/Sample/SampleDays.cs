using NodaTime;
using Notifier.Calendars;

namespace Notifier.Cli.Sample;

/// <summary>School days counted from the day the sample is made for.</summary>
public sealed class SampleDays(SchoolCalendar calendar, LocalDate asOf)
{
    /// <summary>The last school day at least so many calendar days before the sample's day.</summary>
    public LocalDate Ago(int days) => OnOrBefore(asOf.PlusDays(-days));

    /// <summary>The last school day at most so many calendar days after the sample's day, and never before it.</summary>
    public LocalDate Ahead(int days) => LocalDate.Max(asOf, OnOrBefore(asOf.PlusDays(days)));

    /// <summary>The date itself or the last school day before it; before the calendar begins, the last weekday.</summary>
    public LocalDate OnOrBefore(LocalDate date)
    {
        if (calendar.LastSchoolDayOnOrBefore(date) is { } schoolDay)
        {
            return schoolDay;
        }

        while (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            date = date.PlusDays(-1);
        }

        return date;
    }
}
