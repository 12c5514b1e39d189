using Notifier.Law.Counts;

namespace Notifier.Calendars;

/// <summary>The days of one building's calendar that one kind of exclusion leaves out, indexed for counting.</summary>
internal sealed class ExcludedDays
{
    private readonly YearTable years;
    private readonly bool summer;
    private readonly int certainSummer;
    private readonly int origin;
    private readonly int[] throughDay = [];
    private readonly int[] counted = [];

    public ExcludedDays(CalendarRows rows, YearTable years, DayExclusion exclusion, int certainSummer)
    {
        this.years = years;
        this.certainSummer = certainSummer;
        summer = exclusion.Summer;
        if (years.IsEmpty)
        {
            return;
        }

        origin = years.First - 1;
        var breaks = rows.BreakDays(exclusion).ToHashSet();
        throughDay = new int[years.Last - origin + 1];
        var days = new List<int>();
        for (var day = years.First; day <= years.Last; day++)
        {
            if (!(summer && IsSummer(day)) && !breaks.Contains(day)
                && !(exclusion.ListedRanges && rows.InListedRange(day)))
            {
                days.Add(day);
            }

            throughDay[day - origin] = days.Count;
        }

        counted = [.. days];
    }

    public bool Holds(int day) =>
        !years.IsEmpty && day > origin && day <= years.Last && throughDay[day - origin] == throughDay[day - origin - 1];

    public int DayAfter(int day, int n)
    {
        if (!years.IsEmpty && day >= years.Last)
        {
            return IntoSummer(0, n + day - years.Last);
        }

        if (years.SpanAround(day + 1) is not { } span)
        {
            return SchoolCalendar.Unknown;
        }

        var index = throughDay[day - origin] + n - 1;
        if (index < counted.Length && counted[index] <= span.Last)
        {
            return counted[index];
        }

        return span.Last == years.Last ? IntoSummer(counted.Length - throughDay[day - origin], n) : SchoolCalendar.Unknown;
    }

    // Without a summer exclusion the count may run on into the weeks that are certainly summer.
    private int IntoSummer(int used, int n) =>
        !summer && n - used <= certainSummer ? years.Last + n - used : SchoolCalendar.Unknown;

    private bool IsSummer(int day)
    {
        var begun = years.LastBegunBy(day);
        return day > years.LastSchoolDay(begun) || day < years.FirstSchoolDay(begun);
    }
}
