using Notifier.DueDates.Counting;
using static Notifier.Law.PlanDateKind;

namespace Notifier.DueDates.Duties;

/// <summary>A summary of performance on leaving with a diploma or by age (34 CFR 300.305(e)(3)).</summary>
/// <remarks>Not for a student who moved, died or was dismissed; with no reason recorded it is owed.</remarks>
internal sealed class SummaryOfPerformance : CountNode
{
    public override ulong Needs { get; } = Bit(Exited);

    public override Law.PlanDateKind? StartKind => Exited;

    public override Counted Evaluate(PlanFacts facts)
    {
        if (!facts.Has(Exited))
        {
            return Counted.NotRecorded;
        }

        var exit = facts.Latest(Exited);
        if (facts.Details(Exited, exit).Any(ExitReason.EndsWithoutSummary))
        {
            return Counted.NotRecorded;
        }

        facts.Trace?.Started(Exited, exit);
        return Counted.On(exit);
    }
}

/// <summary>An evaluation before a student is found no longer eligible (34 CFR 300.305(e)(1)).</summary>
internal sealed class ExitEvaluation : CountNode
{
    public override ulong Needs { get; } = Bit(Exited);

    public override Law.PlanDateKind? StartKind => Exited;

    public override Counted Evaluate(PlanFacts facts)
    {
        if (!facts.Has(Exited))
        {
            return Counted.NotRecorded;
        }

        var exit = facts.Latest(Exited);
        if (!facts.Details(Exited, exit).Any(ExitReason.IsDismissal))
        {
            return Counted.NotRecorded;
        }

        facts.Trace?.Started(Exited, exit);
        // "Before" the dismissal: the day before it is the last one that complies.
        facts.Trace?.Spanned(0, -1, exit, exit - 1, "");
        return Counted.On(exit - 1).StartedOn(exit);
    }
}

/// <summary>Why a student left, by the words in the detail of <c>exited</c>.</summary>
internal static class ExitReason
{
    private static readonly string[] WithoutSummary = ["dismiss", "moved", "transfer", "deceased", "died", "revoked", "withdr"];

    public static bool IsDismissal(string detail) => detail.Contains("dismiss", StringComparison.OrdinalIgnoreCase);

    public static bool EndsWithoutSummary(string detail) =>
        WithoutSummary.Any(word => detail.Contains(word, StringComparison.OrdinalIgnoreCase));
}
