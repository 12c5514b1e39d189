using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates.Counting;
using Notifier.Law;
using static Notifier.Law.PlanDateKind;

namespace Notifier.DueDates.Duties;

/// <summary>
/// The safeguards notice, once each school year (34 CFR 300.504(a)): on the first day of school or the district's own
/// day of the year, and again on the days that (a)(1)-(3) name.
/// </summary>
internal sealed class SafeguardsNotice(AnnualDate? day) : CountNode
{
    private static readonly ulong Events = Bit(ReferralReceived) | Bit(StateComplaintReceived)
        | Bit(DueProcessComplaintReceived) | Bit(PlacementChangeDecided);

    public override ulong Needs => Always;

    public override Counted Evaluate(PlanFacts facts)
    {
        var first = SchoolYearCycle.Of(facts);
        if (first.IsFound && (facts.Present & Events) != 0 && LatestEvent(facts, first.Day) is { } happened)
        {
            facts.Trace?.Started(happened.Kind, happened.Day);
            return Counted.On(happened.Day);
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

    private static (PlanDateKind Kind, int Day)? LatestEvent(PlanFacts facts, int firstDay)
    {
        // (a)(3): each disciplinary change of placement, the same day (300.530(h)).
        var latest = (Kind: PlacementChangeDecided, Day: facts.LatestWithin(PlacementChangeDecided, firstDay - 1, facts.AsOf + 1));
        // (a)(2): the first of each in a school year.
        latest = Later(latest, StateComplaintReceived, facts, firstDay);
        latest = Later(latest, DueProcessComplaintReceived, facts, firstDay);
        if (facts.Record.Plan.Kind == PlanKind.Evaluation)
        {
            // (a)(1): the initial referral; a later one concerns a child whose parents already have the notice.
            latest = Later(latest, ReferralReceived, facts, firstDay);
        }

        return latest.Day is { } day ? (latest.Kind, day) : null;
    }

    private static (PlanDateKind Kind, int? Day) Later(
        (PlanDateKind Kind, int? Day) known, PlanDateKind kind, PlanFacts facts, int firstDay) =>
        facts.Has(kind) && facts.FirstWithin(Bit(kind), firstDay - 1, facts.AsOf) is { } day && !(day <= known.Day)
            ? (kind, day)
            : known;
}
