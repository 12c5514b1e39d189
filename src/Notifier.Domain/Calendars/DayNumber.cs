using NodaTime;

namespace Notifier.Calendars;

/// <summary>Dates as whole numbers (day 0 is 1970-01-01), so that counting is plain arithmetic.</summary>
internal static class DayNumber
{
    private const int TableFirst = 7305; // 1990-01-01
    private static readonly LocalDate[] Table = MakeTable(2070);

    public static int Of(LocalDate date) => Of(date.Year, date.Month, date.Day);

    /// <summary>Days from 1970-01-01 in the Gregorian calendar; March counts as the first month so that leap days come last.</summary>
    public static int Of(int year, int month, int day)
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
        var month = date.Month - 1 + months;
        var year = date.Year + (int)Math.Floor(month / 12.0);
        month = ((month % 12) + 12) % 12 + 1;
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

    private static LocalDate[] MakeTable(int endYear)
    {
        var table = new LocalDate[Of(endYear, 1, 1) - TableFirst];
        var date = new LocalDate(1990, 1, 1);
        for (var index = 0; index < table.Length; index++, date = date.PlusDays(1))
        {
            table[index] = date;
        }

        return table;
    }
}
