using Notifier.Calendars;
using Notifier.Law;

namespace Notifier.DueDates.Counting;

/// <summary>One version of a rule, ready to run.</summary>
internal sealed class CountVersion(ObligationVersion version, CountNode node, ulong metBy, IReadOnlyList<Citation> law)
{
    private readonly int from = DayNumber.Of(version.From);
    private readonly int until = version.Until is { } until ? DayNumber.Of(until) : int.MaxValue;

    public ObligationVersion Version => version;

    public CountNode Node => node;

    public ulong MetBy => metBy;

    /// <summary>The governing paragraph first.</summary>
    public IReadOnlyList<Citation> Law => law;

    /// <summary>A date agreed in writing stands instead of the counted one.</summary>
    public bool AgreedDateReplaces { get; init; }

    public bool InForceOn(int day) => from <= day && day <= until;

    public Counted Count(PlanFacts facts)
    {
        var counted = node.Evaluate(facts);
        return AgreedDateReplaces && !counted.IsNotRecorded && facts.Has(PlanDateKind.CompletionDateAgreed)
            ? Agreed(facts, counted)
            : counted;
    }

    private Counted Agreed(PlanFacts facts, Counted counted)
    {
        var agreed = facts.Latest(PlanDateKind.CompletionDateAgreed);
        // An agreement on or before the start belongs to an older evaluation.
        if (agreed <= counted.Start)
        {
            return counted;
        }

        if (version.AgreedAtMostDaysLater is { } most)
        {
            if (!counted.IsFound)
            {
                return counted;
            }

            agreed = Math.Min(agreed, counted.Day + most);
        }

        facts.Trace?.Agreed(agreed, version.AgreedAtMostDaysLater);
        return counted.AgreedOn(agreed);
    }
}
