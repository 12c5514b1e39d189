using NodaTime;
using Notifier.Calendars;

namespace Notifier.Reminders;

/// <summary>The days on which somebody is at school to be told.</summary>
/// <remarks>
/// Inside a school year on file these are school days. Outside (summer, a year not yet entered) they are weekdays:
/// clocks that run through the summer need their reminders, too.
/// </remarks>
public readonly struct ReminderDays(SchoolCalendar calendar)
{
    /// <summary>
    /// Longer than any break inside a school year. A longer stretch without school is a closure like that of 2020,
    /// in which people work: there a reminder stays in its own week instead of moving months away.
    /// </summary>
    private const int LongestBreak = 30;

    /// <summary>The reminder day on or before a date: earlier is early, later may be too late.</summary>
    public LocalDate OnOrBefore(LocalDate date)
    {
        for (var day = date; day > date.PlusDays(-LongestBreak); day = day.PlusDays(-1))
        {
            if (IsReminderDay(day))
            {
                return day;
            }
        }

        return WeekdayOnOrBefore(date);
    }

    /// <summary>
    /// The last reminder day after a due date and no later than a date; where there is none in between, the first
    /// one afterwards. "Overdue" must never be said while it is not yet true.
    /// </summary>
    public LocalDate AfterDueBy(LocalDate dueOn, LocalDate date)
    {
        for (var day = date; day > dueOn; day = day.PlusDays(-1))
        {
            if (IsReminderDay(day))
            {
                return day;
            }
        }

        for (var day = date.PlusDays(1); day <= date.PlusDays(LongestBreak); day = day.PlusDays(1))
        {
            if (IsReminderDay(day))
            {
                return day;
            }
        }

        // Only in a closure of more than a month.
        return WeekdayOnOrAfter(date);
    }

    /// <summary>The first reminder day on or after a date.</summary>
    public LocalDate OnOrAfter(LocalDate date)
    {
        for (var day = date; day < date.PlusDays(LongestBreak); day = day.PlusDays(1))
        {
            if (IsReminderDay(day))
            {
                return day;
            }
        }

        return WeekdayOnOrAfter(date);
    }

    /// <summary>So many reminder days after a date: 1 is the next one.</summary>
    public LocalDate After(LocalDate date, int days)
    {
        for (var day = date; ; days--)
        {
            if (days == 0)
            {
                return day;
            }

            day = OnOrAfter(day.PlusDays(1));
        }
    }

    public bool IsReminderDay(LocalDate day) => calendar.Covers(day) ? calendar.IsSchoolDay(day) : IsWeekday(day);

    private static LocalDate WeekdayOnOrBefore(LocalDate date) => IsWeekday(date) ? date : date.Previous(IsoDayOfWeek.Friday);

    private static LocalDate WeekdayOnOrAfter(LocalDate date) => IsWeekday(date) ? date : date.Next(IsoDayOfWeek.Monday);

    private static bool IsWeekday(LocalDate date) => date.DayOfWeek < IsoDayOfWeek.Saturday;
}
