using Notifier.DueDates.Counting;
using static Notifier.Law.PlanDateKind;

namespace Notifier.DueDates.Duties;

/// <summary>Each goal is reviewed by the date the plan states for it (34 CFR 300.320(a)(2)-(3)): one due date a goal.</summary>
/// <remarks>The detail names the goal; of several dates for one goal the latest holds.</remarks>
internal sealed class GoalReview : CountNode
{
    public override ulong Needs { get; } = Bit(GoalDue);

    public override Law.PlanDateKind? StartKind => GoalDue;

    public override Counted Evaluate(PlanFacts facts) =>
        throw new NotSupportedException("goals are counted one by one");

    /// <summary>The goals of a plan by name, each with its due day and the day of the date before it.</summary>
    public static IEnumerable<(string Goal, int Due, int Since)> Goals(PlanFacts facts) =>
        from row in facts.Rows(GoalDue)
        group row.Day by row.Detail.Trim() into goal
        orderby goal.Key
        let days = goal.Distinct().OrderDescending().ToArray()
        select (goal.Key, days[0], days.Length > 1 ? days[1] : int.MinValue);
}
