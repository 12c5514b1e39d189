using Notifier.Law.Counts;

namespace Notifier.Calendars;

/// <summary>The rows that hold for one building, as day numbers: what every index of its calendar is made from.</summary>
internal sealed class CalendarRows
{
    /// <summary>A make-up day this close to a school year belongs to it.</summary>
    private const int MakeUpReach = 60;

    private readonly HashSet<int> makeUpDays;
    private readonly HashSet<int> closures;

    public CalendarRows(IEnumerable<CalendarEntry> entries, string? schoolId)
    {
        var own = entries
            .Where(entry => entry.SchoolId is null || entry.SchoolId == schoolId)
            .OrderBy(entry => entry.FirstDate).ThenBy(entry => entry.LastDate)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .ToArray();
        makeUpDays = DaysOf(own, CalendarEntryKind.MakeUpDay).ToHashSet();
        closures = DaysOf(own, CalendarEntryKind.Closure).ToHashSet();
        NoSchool = RowsOf(own, CalendarEntryKind.NoSchool);
        Closures = RowsOf(own, CalendarEntryKind.Closure);
        StateHolidays = RowsOf(own, CalendarEntryKind.StateHoliday);
        var years = YearsOf(own);
        Years = [.. years.Select((year, index) => WithMakeUpDays(year, index, years))];
        var reports = DaysOf(own, CalendarEntryKind.ProgressReportDue).Distinct().Order().ToArray();
        Reports = reports.Length > 0
            ? reports
            : [.. DaysOf(own, CalendarEntryKind.GradingPeriodEnd).Distinct().Order()];
    }

    public IReadOnlyList<DayRange> Years { get; }

    public IReadOnlyList<DayRange> NoSchool { get; }

    public IReadOnlyList<DayRange> Closures { get; }

    public IReadOnlyList<DayRange> StateHolidays { get; }

    public int[] Reports { get; }

    /// <summary>Closures first, then make-up days, then Monday to Friday of a school year outside every no-school range.</summary>
    public bool IsSchoolDay(int day) => !closures.Contains(day) && IsPlannedSchoolDay(day);

    /// <summary>As the district planned it: an unplanned closure takes nothing away.</summary>
    public bool IsPlannedSchoolDay(int day) =>
        makeUpDays.Contains(day) || (!DayNumber.IsWeekend(day) && Holds(Years, day) && !Holds(NoSchool, day));

    /// <summary>The name of the range that holds the day, or null.</summary>
    public static string? NameOf(IReadOnlyList<DayRange> ranges, int day) =>
        ranges.FirstOrDefault(range => range.Holds(day))?.Name;

    public bool InListedRange(int day) => Holds(NoSchool, day);

    /// <summary>The dates of the breaks inside a year that are long enough to pause a count.</summary>
    public IEnumerable<int> BreakDays(DayExclusion exclusion) =>
        exclusion.BreaksOfWeekdays is { } weekdays
            ? Years.SelectMany(year => BreakRun.InYear(year, IsPlannedSchoolDay))
                .Where(run => run.Weekdays >= weekdays)
                .SelectMany(run => run.Days(exclusion.LeadingWeekend))
            : [];

    private static bool Holds(IReadOnlyList<DayRange> ranges, int day)
    {
        foreach (var range in ranges)
        {
            if (range.Holds(day))
            {
                return true;
            }
        }

        return false;
    }

    private static DayRange[] RowsOf(IEnumerable<CalendarEntry> entries, CalendarEntryKind kind) =>
        [.. entries.Where(entry => entry.Kind == kind).Select(DayRange.From)];

    private static IEnumerable<int> DaysOf(IEnumerable<CalendarEntry> entries, CalendarEntryKind kind) =>
        RowsOf(entries, kind).SelectMany(range => range.Days);

    /// <summary>A building's own school year stands in for the district's; rows that overlap are one year.</summary>
    private static List<DayRange> YearsOf(IReadOnlyList<CalendarEntry> entries)
    {
        var rows = entries.Where(entry => entry.Kind == CalendarEntryKind.SchoolYear).ToArray();
        var building = rows.Where(row => row.SchoolId is not null).Select(DayRange.From).ToArray();
        var district = rows.Where(row => row.SchoolId is null).Select(DayRange.From);
        var years = new List<DayRange>();
        foreach (var row in building.Concat(district.Where(row => !building.Any(row.Meets))).OrderBy(row => row.First))
        {
            if (years.Count > 0 && years[^1].Meets(row))
            {
                years[^1] = years[^1] with { Last = Math.Max(years[^1].Last, row.Last) };
            }
            else
            {
                years.Add(row);
            }
        }

        return years;
    }

    /// <summary>A make-up day in June belongs to the year it makes up, though the year's row ends before it.</summary>
    private DayRange WithMakeUpDays(DayRange year, int index, IReadOnlyList<DayRange> all)
    {
        var first = year.First;
        var last = year.Last;
        foreach (var day in makeUpDays.Where(day => !Holds(all, day)))
        {
            if (day > year.Last && day - year.Last <= MakeUpReach)
            {
                last = Math.Max(last, day);
            }
            else if (index == 0 && day < year.First && year.First - day <= MakeUpReach)
            {
                first = Math.Min(first, day);
            }
        }

        return year with { First = first, Last = last };
    }
}
