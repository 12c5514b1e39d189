using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates.Counting;
using static Notifier.Law.PlanDateKind;

namespace Notifier.DueDates.Duties;

/// <summary>
/// The safeguards notice, once each school year (34 CFR 300.504(a)): on the first day of school or the district's own
/// day of the year, and again on the day of a disciplinary change of placement.
/// </summary>
internal sealed class SafeguardsNotice(AnnualDate? day) : CountNode
{
    public override ulong Needs => Always;

    public override Counted Evaluate(PlanFacts facts)
    {
        var first = SchoolYearCycle.Of(facts);
        if (first.IsFound && facts.LatestWithin(PlacementChangeDecided, first.Day - 1, facts.AsOf + 1) is { } decided)
        {
            // (a)(3): in accordance with the discipline procedures of 300.530(h), the same day.
            facts.Trace?.Started(PlacementChangeDecided, decided);
            return Counted.On(decided);
        }

        if (!first.IsFound || day is not { } chosen)
        {
            return first;
        }

        var firstDate = DayNumber.ToDate(first.Day);
        var inFirstYear = chosen.InYear(firstDate.Year);
        var due = DayNumber.Of(inFirstYear < firstDate ? chosen.InYear(firstDate.Year + 1) : inFirstYear);
        facts.Trace?.Marked("the district's own day of the year", first.Day, due);
        return first.To(due);
    }
}
