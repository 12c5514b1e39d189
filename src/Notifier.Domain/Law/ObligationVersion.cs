using Notifier.Law.Counts;

namespace Notifier.Law;

/// <summary>How one obligation is counted, for some kinds of plan, during some time.</summary>
public sealed record ObligationVersion : LawVersion
{
    /// <summary>Empty: every kind of plan the obligation concerns, but never a 504 plan.</summary>
    public IReadOnlyList<PlanKind> Plans { get; init; } = [];

    public required Count Count { get; init; }

    /// <summary>Plan dates that complete it; null: those of the obligation catalog.</summary>
    public IReadOnlyList<PlanDateKind>? MetBy { get; init; }

    /// <summary>The number is a choice of the district that any number of the state replaces.</summary>
    public bool DistrictPolicy { get; init; }

    /// <summary>A state's version that stands instead of the federal one; otherwise the earlier date governs.</summary>
    public bool ReplacesFederal { get; init; }

    /// <summary>The paragraph that lets a state's own rule stand instead of this federal one; null: none.</summary>
    public Citation? StateOptionCitation { get; init; }

    /// <summary>A date agreed in writing (<c>completionDateAgreed</c>) replaces the counted one.</summary>
    public bool AgreedDateReplaces { get; init; }

    /// <summary>The agreed date may lie at most this many calendar days after the counted one; null: no bound.</summary>
    public int? AgreedAtMostDaysLater { get; init; }

    /// <summary>The date without which the clock cannot be counted though it runs; null: without a start nothing is owed.</summary>
    public NeededDate? Needs { get; init; }

    public bool Concerns(PlanKind kind) => Plans.Count == 0 ? kind != PlanKind.Section504 : Plans.Contains(kind);
}
