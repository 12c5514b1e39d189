using Notifier.DueDates.Counting;
using static Notifier.Law.PlanDateKind;

namespace Notifier.DueDates.Duties;

/// <summary>An IEP is in effect on the first day of each school year (34 CFR 300.323(a)).</summary>
internal sealed class IepInEffect(AnnualSpan span) : CountNode, IJudgesItself
{
    public override ulong Needs => Always;

    public override Counted Evaluate(PlanFacts facts) => SchoolYearCycle.Of(facts);

    public (DueStatus Status, int? MetOn)? Judge(PlanFacts facts, Counted due)
    {
        if (!due.IsFound || !facts.Has(IepMeetingHeld))
        {
            return null;
        }

        if (facts.LatestWithin(IepMeetingHeld, int.MinValue, Math.Min(due.Day, facts.AsOf) + 1) is { } meeting)
        {
            return span.After(meeting, 1) >= due.Day ? (DueStatus.Met, meeting) : null;
        }

        // The first meeting on record came later: whether an IEP was owed that day is not on record, and one is in effect now.
        return facts.FirstWithin(Bit(IepMeetingHeld), due.Day, facts.AsOf) is null ? null : (DueStatus.NotOwed, null);
    }
}
