using Notifier.Calendars;
using Notifier.Law.Counts;

namespace Notifier.DueDates.Counting;

/// <summary>What is said, and what is still certain, when a count needs a school year that is not on file.</summary>
internal static class Unfinished
{
    public static Counted Count(PlanFacts facts, Counted start, int number, bool backward, DayUnit unit)
    {
        if (unit == DayUnit.Business)
        {
            return Counted.Unfinished(
                start.Start, int.MinValue, $"Business days are counted from {BusinessDays.FirstYear} to {BusinessDays.LastYear}.");
        }

        return At(facts, start, start.Day, number, backward);
    }

    /// <summary>A date that only the school year around or after a day could give.</summary>
    public static Counted Mark(PlanFacts facts, Counted of) => At(facts, of, of.Day, 1, backward: false);

    private static Counted At(PlanFacts facts, Counted start, int day, int number, bool backward)
    {
        var problem = facts.Calendar.MissingYear(day, backward);
        facts.Trace?.Stopped(problem);
        var notBefore = backward ? int.MinValue : Math.Max(day + number, facts.Calendar.EndOfFile(day) + 1);
        return Counted.Unfinished(start.Start, notBefore, problem);
    }
}
