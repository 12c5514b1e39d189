using Notifier.Law;

namespace Notifier.DueDates.Counting;

/// <summary>The earliest, or the latest, of several clocks over those that have started.</summary>
internal sealed class BestOfNode(CountNode[] options, bool earliest) : CountNode
{
    public override ulong Needs { get; } = options.Aggregate(0UL, (mask, option) => mask | option.Needs);

    public override PlanDateKind? StartKind => options[0].StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        var best = Counted.NotRecorded;
        var comparison = facts.Trace?.BeginComparison();
        foreach (var option in options)
        {
            var counted = option.Evaluate(facts);
            comparison?.Add(counted);
            best = earliest ? Counted.Earlier(best, counted) : Counted.Later(best, counted);
        }

        comparison?.End(best, earliest);
        return best;
    }
}

/// <summary>A count cut off by another that may end earlier.</summary>
internal sealed class NotAfterNode(CountNode counted, CountNode limit) : CountNode
{
    public override ulong Needs { get; } = counted.Needs;

    public override PlanDateKind? StartKind => counted.StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        var result = counted.Evaluate(facts);
        if (result.IsNotRecorded)
        {
            return result;
        }

        var comparison = facts.Trace?.BeginComparison();
        comparison?.Add(result);
        var bound = limit.Evaluate(facts);
        comparison?.Add(bound);
        var earlier = Counted.Earlier(result, bound).StartedOn(result.Start);
        comparison?.End(earlier, earliest: true);
        return earlier;
    }
}

/// <summary>A count whose clock started on another date than the one it is counted from.</summary>
internal sealed class ClockFromNode(CountNode started, CountNode counted) : CountNode
{
    public override ulong Needs { get; } = counted.Needs;

    public override PlanDateKind? StartKind => started.StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        var result = counted.Evaluate(facts);
        var start = result.IsNotRecorded ? result : started.Evaluate(facts);
        return start.IsFound ? result.StartedOn(start.Day) : result;
    }
}

/// <summary>The first case whose conditions all hold.</summary>
internal sealed class BranchNode(BranchNode.Case[] cases, CountNode? otherwise) : CountNode
{
    public override ulong Needs { get; } =
        cases.Aggregate(otherwise?.Needs ?? 0UL, (mask, branch) => mask | branch.Then.Needs);

    public override PlanDateKind? StartKind => otherwise is null ? cases[0].Then.StartKind : otherwise.StartKind;

    public override Counted Evaluate(PlanFacts facts)
    {
        foreach (var branch in cases)
        {
            var held = true;
            foreach (var condition in branch.When)
            {
                var answer = condition.Holds(facts);
                if (answer.Unanswered is { } unanswered)
                {
                    return unanswered;
                }

                if (!answer.Holds)
                {
                    held = false;
                    break;
                }
            }

            if (held)
            {
                return branch.Then.Evaluate(facts);
            }
        }

        return otherwise?.Evaluate(facts) ?? Counted.NotRecorded;
    }

    /// <summary>Conditions that must all hold, and what counts then.</summary>
    internal sealed record Case(ConditionNode[] When, CountNode Then);
}
