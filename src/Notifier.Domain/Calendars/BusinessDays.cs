using System.Collections.Frozen;

namespace Notifier.Calendars;

/// <summary>Mondays to Fridays that are no federal holiday (34 CFR 300.11(b)), without any state's own list.</summary>
internal static class BusinessDays
{
    public const int FirstYear = 1990;
    public const int LastYear = 2100;

    private static readonly int Origin = DayNumber.Of(FirstYear, 1, 1) - 1;
    private static readonly int End = DayNumber.Of(LastYear, 12, 31);

    private static readonly FrozenDictionary<int, string> Holidays = Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
        .SelectMany(FederalHolidays.ObservedIn).ToFrozenDictionary(holiday => holiday.Day, holiday => holiday.Name);

    private static readonly int[] ThroughDay = MakeIndex(out BusinessDay);
    private static readonly int[] BusinessDay;

    public static string? HolidayName(int day) => Holidays.GetValueOrDefault(day);

    public static bool IsBusinessDay(int day) => !DayNumber.IsWeekend(day) && !Holidays.ContainsKey(day);

    public static bool Reaches(int day) => day > Origin && day < End;

    /// <summary>Business days up to and including the day, from the first day of the index on.</summary>
    public static int Through(int day) => ThroughDay[day - Origin];

    /// <summary>The day with this number in the index (from 1); <see cref="int.MinValue"/> beyond it.</summary>
    public static int At(int ordinal) =>
        (uint)(ordinal - 1) < (uint)BusinessDay.Length ? BusinessDay[ordinal - 1] : int.MinValue;

    private static int[] MakeIndex(out int[] businessDay)
    {
        var through = new int[End - Origin + 1];
        var days = new List<int>();
        for (var day = Origin + 1; day <= End; day++)
        {
            if (IsBusinessDay(day))
            {
                days.Add(day);
            }

            through[day - Origin] = days.Count;
        }

        businessDay = [.. days];
        return through;
    }
}
