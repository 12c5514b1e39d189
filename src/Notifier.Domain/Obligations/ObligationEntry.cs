using Notifier.Law;

namespace Notifier.Obligations;

/// <summary>One duty of the catalog: what it is called, where it stands, whose plans owe it and what completes it.</summary>
public sealed record ObligationEntry(ObligationId Id, string Title)
{
    /// <summary>The federal paragraphs; empty for a duty under Section 504 alone.</summary>
    public IReadOnlyList<Citation> Law { get; init; } = [];

    /// <summary>The paragraphs for a 504 plan where they differ; every 504 number is the district's own.</summary>
    public IReadOnlyList<Citation> Section504Law { get; init; } = [];

    public required IReadOnlyList<PlanKind> PlanKinds { get; init; }

    /// <summary>
    /// Plan dates that show the duty was met, beside <see cref="PlanDateKind.ObligationMet"/> naming it; a state's rule
    /// may name others.
    /// </summary>
    public IReadOnlyList<PlanDateKind> MetBy { get; init; } = [];

    /// <summary>Plan dates that lift the time allowed, when they come before it is over; afterwards they excuse nothing.</summary>
    public IReadOnlyList<PlanDateKind> LiftedBy { get; init; } = [];

    /// <summary>Plan dates that end the clock unmet.</summary>
    public required IReadOnlyList<PlanDateKind> EndedBy { get; init; }
}
