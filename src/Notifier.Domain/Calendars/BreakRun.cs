namespace Notifier.Calendars;

/// <summary>Consecutive dates inside one school year on which no school was planned, weekends included.</summary>
internal sealed record BreakRun(int First, int Last)
{
    /// <summary>The length the law's thresholds speak of: Mondays to Fridays only.</summary>
    public int Weekdays => Enumerable.Range(First, Last - First + 1).Count(day => !DayNumber.IsWeekend(day));

    public static IEnumerable<BreakRun> InYear(DayRange year, Func<int, bool> isPlannedSchoolDay)
    {
        int? first = null;
        foreach (var day in year.Days)
        {
            if (!isPlannedSchoolDay(day))
            {
                first ??= day;
            }
            else if (first is { } begun)
            {
                yield return new BreakRun(begun, day - 1);
                first = null;
            }
        }

        if (first is { } open)
        {
            yield return new BreakRun(open, year.Last);
        }
    }

    /// <summary>The excluded dates: without the leading weekend they begin on the first missed weekday.</summary>
    public IEnumerable<int> Days(bool leadingWeekend)
    {
        var from = First;
        while (!leadingWeekend && from <= Last && DayNumber.IsWeekend(from))
        {
            from++;
        }

        return Enumerable.Range(from, Last - from + 1);
    }
}
