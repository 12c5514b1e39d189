using Notifier.Calendars;
using Notifier.DueDates.Counting;
using static Notifier.Law.PlanDateKind;

namespace Notifier.DueDates.Duties;

/// <summary>Services begin on the 11th school day of removal in a school year (34 CFR 300.530(b)(2), (d)).</summary>
internal sealed class RemovalServices : CountNode
{
    private const int FirstDayWithServices = 11;

    public override ulong Needs { get; } = Bit(RemovalDay);

    public override Law.PlanDateKind? StartKind => RemovalDay;

    public override Counted Evaluate(PlanFacts facts)
    {
        if (!facts.Has(RemovalDay))
        {
            return Counted.NotRecorded;
        }

        var latest = facts.Latest(RemovalDay);
        var before = facts.Calendar.DayBeforeYearOf(latest);
        if (before == SchoolCalendar.Unknown)
        {
            return Unfinished.Mark(facts, Counted.On(latest));
        }

        var removals = facts.SchoolDaysOf(RemovalDay, before, latest);
        if (removals.Length < FirstDayWithServices)
        {
            return Counted.NotRecorded;
        }

        facts.Trace?.Started(RemovalDay, removals[0]);
        var day = removals[FirstDayWithServices - 1];
        facts.Trace?.Marked("the 11th school day of removal in that school year", removals[0], day);
        return Counted.On(day).StartedOn(removals[0]);
    }
}
