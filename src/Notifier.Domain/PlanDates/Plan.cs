using Notifier.Law;

namespace Notifier.PlanDates;

/// <summary>One plan of one student.</summary>
public sealed record Plan
{
    public required string PlanId { get; init; }

    public required string StudentId { get; init; }

    public required PlanKind Kind { get; init; }

    public required string CaseManagerId { get; init; }
}
