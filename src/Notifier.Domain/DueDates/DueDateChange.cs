using NodaTime;
using Notifier.Law;

namespace Notifier.DueDates;

/// <summary>A due date that another computation moved: what evidence keeps and people are told.</summary>
public sealed record DueDateChange
{
    public required string PlanId { get; init; }

    public required string StudentId { get; init; }

    public required ObligationId Obligation { get; init; }

    public string Part { get; init; } = "";

    /// <summary>Null: it could not be computed before.</summary>
    public required LocalDate? OldDueOn { get; init; }

    /// <summary>Null: it cannot be computed any more.</summary>
    public required LocalDate? NewDueOn { get; init; }

    /// <summary>A sentence for the person who asks why.</summary>
    public required string Reason { get; init; }
}
