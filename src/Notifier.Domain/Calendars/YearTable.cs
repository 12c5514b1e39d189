namespace Notifier.Calendars;

/// <summary>The school years on file by day number, and which of them follow one another without a missing year.</summary>
internal sealed class YearTable
{
    /// <summary>A gap longer than this between two years on file means that the year between them is missing.</summary>
    private const int LongestSummer = 200;

    private readonly DayRange[] ranges;
    private readonly int[] firstSchoolDays;
    private readonly int[] lastSchoolDays;
    private readonly bool[] followsOn;

    public YearTable(CalendarRows rows)
    {
        ranges = [.. rows.Years.Where(year => year.Days.Any(rows.IsSchoolDay))];
        (First, Last) = IsEmpty ? (0, 0) : (ranges[0].First, ranges[^1].Last);
        firstSchoolDays = [.. ranges.Select(year => year.Days.First(rows.IsSchoolDay))];
        lastSchoolDays = [.. ranges.Select(year => year.Days.Last(rows.IsSchoolDay))];
        followsOn = [.. ranges.Select((year, i) => i > 0 && year.First - ranges[i - 1].Last <= LongestSummer)];
        All =
        [
            .. ranges.Select((year, i) => new SchoolYear(
                DayNumber.ToDate(year.First), DayNumber.ToDate(year.Last),
                DayNumber.ToDate(firstSchoolDays[i]), DayNumber.ToDate(lastSchoolDays[i]))),
        ];
        HasHole = followsOn.Skip(1).Any(follows => !follows);
    }

    public IReadOnlyList<SchoolYear> All { get; }

    public bool IsEmpty => ranges.Length == 0;

    public int Count => ranges.Length;

    /// <summary>The first date of the first year; 0 when there is none.</summary>
    public int First { get; }

    /// <summary>The last date of the last year; 0 when there is none.</summary>
    public int Last { get; }

    /// <summary>A whole school year between two on file is missing.</summary>
    public bool HasHole { get; }

    public int FirstDate(int year) => ranges[year].First;

    public int LastDate(int year) => ranges[year].Last;

    public int FirstSchoolDay(int year) => firstSchoolDays[year];

    public int LastSchoolDay(int year) => lastSchoolDays[year];

    /// <summary>The year that holds the day; -1: none.</summary>
    public int IndexOf(int day)
    {
        var year = LastBegunBy(day);
        return year >= 0 && day <= ranges[year].Last ? year : -1;
    }

    /// <summary>The last year that has begun on the day; -1: none has.</summary>
    public int LastBegunBy(int day)
    {
        var year = ranges.Length - 1;
        while (year >= 0 && ranges[year].First > day)
        {
            year--;
        }

        return year;
    }

    /// <summary>The year that begins next after the day, when the calendar is known to have no gap before it; else -1.</summary>
    public int NextAfter(int day)
    {
        var begun = LastBegunBy(day);
        var next = begun + 1;
        return begun >= 0 && next < ranges.Length && followsOn[next] ? next : -1;
    }

    /// <summary>Between two years on file that follow one another.</summary>
    public bool IsSummer(int day)
    {
        var begun = LastBegunBy(day);
        return begun >= 0 && day > ranges[begun].Last && begun + 1 < ranges.Length && followsOn[begun + 1];
    }

    /// <summary>The first and last day without a missing year around a day that is on file; null: it is not.</summary>
    public (int First, int Last)? SpanAround(int day)
    {
        if (IsEmpty || day < First || day > Last)
        {
            return null;
        }

        if (!HasHole)
        {
            return (First, Last);
        }

        var first = LastBegunBy(day);
        var last = first;
        if (day > ranges[first].Last && !followsOn[first + 1])
        {
            return null;
        }

        while (followsOn[first])
        {
            first--;
        }

        while (last + 1 < ranges.Length && followsOn[last + 1])
        {
            last++;
        }

        return (ranges[first].First, ranges[last].Last);
    }
}
