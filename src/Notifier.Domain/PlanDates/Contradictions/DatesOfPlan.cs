using NodaTime;
using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>A plan's dates as the rules ask for them, and the day they were looked at.</summary>
internal sealed record DatesOfPlan(PlanRecord Plan, LocalDate Today)
{
    public PlanKind Kind => Plan.Plan.Kind;

    public IEnumerable<PlanDate> All(PlanDateKind kind) => Plan.Dates.Where(date => date.Kind == kind);

    public PlanDate? First(PlanDateKind kind) => All(kind).MinBy(date => date.Date);

    public PlanDate? Last(PlanDateKind kind) => All(kind).MaxBy(date => date.Date);

    public bool Any(PlanDateKind kind) => Plan.Dates.Any(date => date.Kind == kind);
}
