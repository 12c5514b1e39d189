namespace Notifier.Calendars;

/// <content>What the calendar calls a day on which something is closed.</content>
public sealed partial class SchoolCalendar
{
    internal string? ClosureName(int day) => CalendarRows.NameOf(rows.Closures, day);

    internal string? NoSchoolName(int day) => CalendarRows.NameOf(rows.NoSchool, day);

    internal string? StateHolidayName(int day) => CalendarRows.NameOf(rows.StateHolidays, day);

    /// <summary>The name of the no-school range on the day or, on a weekend, next to it.</summary>
    internal string BreakNameAround(int day)
    {
        foreach (var near in (ReadOnlySpan<int>)[0, 1, -1, 2, -2])
        {
            if (NoSchoolName(day + near) is { Length: > 0 } name)
            {
                return name;
            }
        }

        return "";
    }
}
