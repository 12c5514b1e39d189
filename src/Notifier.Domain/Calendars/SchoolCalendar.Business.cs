namespace Notifier.Calendars;

/// <content>Business days: federal holidays are computed, a state's come from its rows; school closures do not matter.</content>
public sealed partial class SchoolCalendar
{
    private readonly int[] stateHolidays;

    /// <summary>The n-th business day strictly after the day.</summary>
    internal int BusinessDayAfter(int day, int n)
    {
        if (!BusinessDays.Reaches(day))
        {
            return Unknown;
        }

        var found = BusinessDays.At(BusinessDays.Through(day) + n);
        var skipped = 0;
        // A state holiday inside the count moves its end, which may bring in another one.
        while (found != Unknown && StateHolidaysIn(day + 1, found) is var holidays && holidays != skipped)
        {
            skipped = holidays;
            found = BusinessDays.At(BusinessDays.Through(day) + n + skipped);
        }

        return found;
    }

    /// <summary>The n-th business day strictly before the day.</summary>
    internal int BusinessDayBefore(int day, int n)
    {
        if (!BusinessDays.Reaches(day))
        {
            return Unknown;
        }

        var found = BusinessDays.At(BusinessDays.Through(day - 1) - n + 1);
        var skipped = 0;
        while (found != Unknown && StateHolidaysIn(found, day - 1) is var holidays && holidays != skipped)
        {
            skipped = holidays;
            found = BusinessDays.At(BusinessDays.Through(day - 1) - n + 1 - skipped);
        }

        return found;
    }

    internal bool IsBusinessDay(int day) =>
        BusinessDays.IsBusinessDay(day) && Array.BinarySearch(stateHolidays, day) < 0;

    private static int[] StateHolidaysOf(CalendarRows rows) =>
        [.. rows.StateHolidays.SelectMany(range => range.Days).Where(BusinessDays.IsBusinessDay).Distinct().Order()];

    private int StateHolidaysIn(int first, int last)
    {
        if (stateHolidays.Length == 0)
        {
            return 0;
        }

        var below = Array.BinarySearch(stateHolidays, first);
        var above = Array.BinarySearch(stateHolidays, last + 1);
        return (above < 0 ? ~above : above) - (below < 0 ? ~below : below);
    }
}
