using Notifier.Law;

namespace Notifier.DueDates.Counting;

/// <summary>
/// A count of the law files, ready to run for one district: it allocates nothing unless a trace is kept or a school year
/// is missing.
/// </summary>
internal abstract class CountNode
{
    /// <summary>
    /// The mask of a count that does not wait for any plan date. Its highest bit stands for no kind; every plan has it.
    /// </summary>
    public const ulong Always = ulong.MaxValue;

    /// <summary>Kinds of plan dates of which at least one must be on record for this count to begin.</summary>
    public abstract ulong Needs { get; }

    /// <summary>The kind it starts from, where that is a recorded date.</summary>
    public virtual PlanDateKind? StartKind => null;

    public abstract Counted Evaluate(PlanFacts facts);

    /// <summary>The kind of the date it starts from in this plan.</summary>
    public virtual PlanDateKind? StartKindOf(PlanFacts facts) => StartKind;

    public static ulong Bit(PlanDateKind kind) => 1UL << (int)kind;
}
