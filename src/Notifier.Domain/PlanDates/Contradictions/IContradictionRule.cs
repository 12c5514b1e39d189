namespace Notifier.PlanDates.Contradictions;

/// <summary>One way in which dates can contradict each other. It must stay silent about every plan whose dates are right.</summary>
internal interface IContradictionRule
{
    IEnumerable<Contradiction> Find(DatesOfPlan dates);
}
