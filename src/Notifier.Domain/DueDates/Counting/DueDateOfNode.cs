namespace Notifier.DueDates.Counting;

/// <summary>The date another obligation of the same plan is due.</summary>
/// <param name="clock">Asked late, because obligations may be compiled in any order; null: this plan does not owe it.</param>
internal sealed class DueDateOfNode(Func<ObligationClock?> clock) : CountNode
{
    public override ulong Needs => Always;

    public override Counted Evaluate(PlanFacts facts) => clock()?.Count(facts, out _) ?? Counted.NotRecorded;
}
