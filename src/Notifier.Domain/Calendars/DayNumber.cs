using NodaTime;

namespace Notifier.Calendars;

/// <summary>Dates as whole numbers (day 0 is 1970-01-01), so that counting is plain arithmetic.</summary>
internal static class DayNumber
{
    private const int TableFirst = 7305; // 1990-01-01
    private const int FirstYear = 1990;
    private const int EndYear = 2070;
    private static readonly LocalDate[] Table = MakeTable();
    private static readonly int[] MonthStarts = MakeMonthStarts();

    public static int Of(LocalDate date) => Of(date.Year, date.Month, date.Day);

    public static int Of(int year, int month, int day)
    {
        var index = (uint)(((year - FirstYear) * 12) + month - 1);
        return index < (uint)MonthStarts.Length ? MonthStarts[index] + day - 1 : Compute(year, month, day);
    }

    /// <summary>Days from 1970-01-01 in the Gregorian calendar; March counts as the first month so that leap days come last.</summary>
    private static int Compute(int year, int month, int day)
    {
        var y = month <= 2 ? year - 1 : year;
        var era = Math.DivRem(y, 400, out var yearOfEra);
        var dayOfYear = ((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5 + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146097) + dayOfEra - 719468;
    }

    public static LocalDate ToDate(int day)
    {
        var index = (uint)(day - TableFirst);
        return index < (uint)Table.Length ? Table[index] : new LocalDate(1970, 1, 1).PlusDays(day);
    }

    /// <summary>Monday 0 to Sunday 6.</summary>
    public static int WeekdayOf(int day) => (((day + 3) % 7) + 7) % 7;

    public static bool IsWeekend(int day) => WeekdayOf(day) >= 5;

    /// <summary>The same day so many months later; a day the month does not have becomes its last one (29 February: 28).</summary>
    public static int PlusMonths(LocalDate date, int months)
    {
        var (year, month) = Math.DivRem((date.Year * 12) + date.Month - 1 + months, 12);
        month++;
        var day = date.Day > 28 ? Math.Min(date.Day, CalendarSystem.Iso.GetDaysInMonth(year, month)) : date.Day;
        return Of(year, month, day);
    }

    /// <summary>The same month and day so many years later; 29 February becomes 28 February in a common year.</summary>
    public static int PlusYears(LocalDate date, int years)
    {
        var year = date.Year + years;
        var day = date is { Month: 2, Day: 29 } && !IsLeap(year) ? 28 : date.Day;
        return Of(year, date.Month, day);
    }

    private static bool IsLeap(int year) => (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);

    private static int[] MakeMonthStarts() =>
    [
        .. from year in Enumerable.Range(FirstYear, EndYear - FirstYear)
           from month in Enumerable.Range(1, 12)
           select Compute(year, month, 1),
    ];

    private static LocalDate[] MakeTable()
    {
        var table = new LocalDate[Compute(EndYear, 1, 1) - TableFirst];
        var date = new LocalDate(FirstYear, 1, 1);
        for (var index = 0; index < table.Length; index++, date = date.PlusDays(1))
        {
            table[index] = date;
        }

        return table;
    }
}
