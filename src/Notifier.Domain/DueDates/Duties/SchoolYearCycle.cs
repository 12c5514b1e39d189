using Notifier.Calendars;
using Notifier.DueDates.Counting;

namespace Notifier.DueDates.Duties;

/// <summary>The school year a yearly duty is looked at for: the one that holds the day asked about, else the next.</summary>
internal static class SchoolYearCycle
{
    /// <summary>The first school day of that year; the clock starts when the year before it ends.</summary>
    public static Counted Of(PlanFacts facts)
    {
        var (first, before) = facts.Cycle();
        if (first == SchoolCalendar.Unknown)
        {
            var problem = facts.Calendar.MissingYear(facts.AsOf, backward: false);
            facts.Trace?.Stopped(problem);
            return Counted.Unfinished(facts.AsOf, facts.AsOf, problem);
        }

        facts.Trace?.StartedAt("the first day of the school year", first);
        return Counted.On(first).StartedOn(before == SchoolCalendar.Unknown ? first : before);
    }
}
