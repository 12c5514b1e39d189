using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>A review counts for the goal with the same words only.</summary>
internal sealed class GoalReviewedUnknown : IContradictionRule
{
    public IEnumerable<Contradiction> Find(DatesOfPlan dates)
    {
        var goals = dates.All(PlanDateKind.GoalDue).Select(goal => goal.Detail).ToHashSet(StringComparer.Ordinal);
        return dates.All(PlanDateKind.GoalReviewed)
            .Where(review => !goals.Contains(review.Detail))
            .Select(review => new Contradiction(
                review, $"goalReviewed names \"{review.Detail}\", and no goalDue of the plan does",
                "Write the goal with the very words of its goalDue"));
    }
}
