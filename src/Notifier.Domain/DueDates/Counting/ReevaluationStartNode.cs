using Notifier.Law;

namespace Notifier.DueDates.Counting;

/// <summary>Where the three years of a re-evaluation start: a state's own order of kinds, and a later waiver.</summary>
internal sealed class ReevaluationStartNode(IReadOnlyList<ReevaluationClock> clocks, bool ignoreWaiver) : CountNode
{
    private readonly VersionsByDay<ReevaluationClock> versions = new(clocks);
    private readonly PlanDateKind[][] orders = [.. clocks.Select(clock => clock.StartsFrom.ToArray())];

    public override ulong Needs { get; } = clocks.SelectMany(clock => clock.StartsFrom)
        .Append(PlanDateKind.ReevaluationWaived).Aggregate(0UL, (mask, kind) => mask | Bit(kind));

    public override Counted Evaluate(PlanFacts facts)
    {
        if (BaseKind(facts, out var clock) is { } kind && (ignoreWaiver || !IsWaivedAfter(facts, kind)))
        {
            var day = facts.Latest(kind);
            facts.Trace?.Started(kind, day);
            facts.Trace?.ClockRule(versions[clock]);
            return Counted.On(day);
        }

        if (ignoreWaiver || !facts.Has(PlanDateKind.ReevaluationWaived))
        {
            return Counted.NotRecorded;
        }

        var waived = facts.Latest(PlanDateKind.ReevaluationWaived);
        facts.Trace?.Started(PlanDateKind.ReevaluationWaived, waived);
        return Counted.On(waived);
    }

    public override PlanDateKind? StartKindOf(PlanFacts facts) => BaseKind(facts, out _);

    private static bool IsWaivedAfter(PlanFacts facts, PlanDateKind kind) =>
        facts.Has(PlanDateKind.ReevaluationWaived)
        && facts.Latest(PlanDateKind.ReevaluationWaived) > facts.Latest(kind);

    private PlanDateKind? BaseKind(PlanFacts facts, out int version)
    {
        for (version = 0; version < orders.Length; version++)
        {
            foreach (var kind in orders[version])
            {
                if (facts.Has(kind))
                {
                    if (versions.InForceOn(version, facts.Latest(kind)))
                    {
                        return kind;
                    }

                    break;
                }
            }
        }

        return null;
    }
}
