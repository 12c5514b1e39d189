using NodaTime;
using Notifier.Law.Counts;

namespace Notifier.DueDates.Explaining;

/// <summary>The sentences of a day-by-day count: its first day, what is skipped and why, its last day.</summary>
internal static class CountedDays
{
    public static IEnumerable<string> Sentences(DaysCounted counted)
    {
        if (counted.Number == 0)
        {
            yield return $"It is due the same day, {TraceText.Day(counted.To)}.";
            yield break;
        }

        var unit = Unit(counted);
        var before = counted.Backward ? " back" : "";
        yield return $"Day 1 is {TraceText.Day(FirstCounted(counted))}; {unit} are counted{before}.";
        if (counted.Skipped.Any(skipped => skipped.Reason == SkipReason.Weekend))
        {
            yield return "Saturdays and Sundays are skipped.";
        }

        foreach (var skipped in counted.Skipped.Where(skipped => skipped.Reason != SkipReason.Weekend))
        {
            yield return $"{TraceText.Range(skipped.First, skipped.Last)} {Are(skipped)} skipped: {Reason(skipped)}.";
        }

        foreach (var madeUp in WeekendDaysCounted(counted))
        {
            yield return $"{TraceText.Day(madeUp)} is counted: a make-up day.";
        }

        yield return $"Day {counted.Number} is {TraceText.Day(counted.To)}.";
    }

    /// <summary><c>Thu 2026-01-08, an unplanned closure (snow),</c></summary>
    public static string Words(SkippedDays skipped) =>
        $"{TraceText.Range(skipped.First, skipped.Last)}, {Reason(skipped)},";

    /// <summary>The verb for one day or several.</summary>
    public static string Are(SkippedDays skipped) => skipped.First == skipped.Last ? "is" : "are";

    // Only a make-up day makes a Saturday or Sunday a school day; who counts on a wall calendar would leave it out.
    private static IEnumerable<LocalDate> WeekendDaysCounted(DaysCounted counted)
    {
        if (counted.Unit != DayUnit.School)
        {
            yield break;
        }

        var step = counted.Backward ? -1 : 1;
        for (var day = counted.From; day != counted.To;)
        {
            day = day.PlusDays(step);
            if (day.DayOfWeek >= IsoDayOfWeek.Saturday && !IsSkipped(counted, day))
            {
                yield return day;
            }
        }
    }

    private static bool IsSkipped(DaysCounted counted, LocalDate day) =>
        counted.Skipped.Any(skipped => skipped.First <= day && day <= skipped.Last);

    private static LocalDate FirstCounted(DaysCounted counted)
    {
        var step = counted.Backward ? -1 : 1;
        var day = counted.From.PlusDays(step);
        while (IsSkipped(counted, day))
        {
            day = day.PlusDays(step);
        }

        return day;
    }

    private static string Unit(DaysCounted counted) => counted.Unit switch
    {
        DayUnit.School => "school days",
        DayUnit.Business => "business days",
        DayUnit.Weekday => "Mondays to Fridays, holidays included,",
        _ when counted.Skipped.Count > 0 => "calendar days outside the days skipped",
        _ => "calendar days, weekends and holidays included,",
    };

    private static string Reason(SkippedDays skipped)
    {
        var name = skipped.Name.Length == 0 ? "" : $" ({skipped.Name})";
        return skipped.Reason switch
        {
            SkipReason.NoSchool => $"no school{name}",
            SkipReason.Closure => $"an unplanned closure{name}",
            SkipReason.Summer => "between two school years",
            SkipReason.FederalHoliday => $"a federal holiday{name}",
            SkipReason.StateHoliday => $"a state holiday{name}",
            SkipReason.Break => $"a break that pauses the count{name}",
            _ => "a weekend",
        };
    }
}
