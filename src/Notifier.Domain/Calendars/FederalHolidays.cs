namespace Notifier.Calendars;

/// <summary>The public holidays of 5 U.S.C. 6103(a) on the day they are observed.</summary>
/// <remarks>Left out: Inauguration Day (6103(c)) and days granted by executive order.</remarks>
internal static class FederalHolidays
{
    private const int Monday = 0;
    private const int Thursday = 3;

    /// <summary>The holidays observed in a year, and New Year's Day of the next year when it is observed in this one.</summary>
    public static IEnumerable<(int Day, string Name)> ObservedIn(int year) =>
        HolidaysOf(year).Concat(HolidaysOf(year + 1).Take(1))
            .Select(holiday => (Day: Observed(holiday.Day), holiday.Name))
            .Where(holiday => holiday.Day >= DayNumber.Of(year, 1, 1) && holiday.Day <= DayNumber.Of(year, 12, 31));

    private static IEnumerable<(int Day, string Name)> HolidaysOf(int year)
    {
        yield return (DayNumber.Of(year, 1, 1), "New Year's Day");
        if (year >= 1986)
        {
            yield return (Nth(year, 1, Monday, 3), "Martin Luther King, Jr. Day");
        }

        yield return (Nth(year, 2, Monday, 3), "Washington's Birthday");
        yield return (LastMonday(year, 5), "Memorial Day");
        if (year >= 2021)
        {
            yield return (DayNumber.Of(year, 6, 19), "Juneteenth");
        }

        yield return (DayNumber.Of(year, 7, 4), "Independence Day");
        yield return (Nth(year, 9, Monday, 1), "Labor Day");
        yield return (Nth(year, 10, Monday, 2), "Columbus Day");
        yield return (DayNumber.Of(year, 11, 11), "Veterans Day");
        yield return (Nth(year, 11, Thursday, 4), "Thanksgiving Day");
        yield return (DayNumber.Of(year, 12, 25), "Christmas Day");
    }

    // Saturday: the Friday before (6103(b)(1)); Sunday: the Monday after (Executive Order 11582).
    private static int Observed(int day) => DayNumber.WeekdayOf(day) switch { 5 => day - 1, 6 => day + 1, _ => day };

    private static int Nth(int year, int month, int weekday, int n)
    {
        var first = DayNumber.Of(year, month, 1);
        return first + ((weekday - DayNumber.WeekdayOf(first) + 7) % 7) + (7 * (n - 1));
    }

    private static int LastMonday(int year, int month)
    {
        var last = DayNumber.Of(year, month + 1, 1) - 1;
        return last - DayNumber.WeekdayOf(last);
    }
}
