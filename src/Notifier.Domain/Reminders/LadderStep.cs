using Notifier.Law;

namespace Notifier.Reminders;

/// <summary>One rung: tell this audience so many calendar days before (or after) an obligation is due.</summary>
public sealed record LadderStep
{
    /// <summary>
    /// The rung's name inside its obligation, part of each notice's natural key: <c>caseManager-14</c>,
    /// <c>caseManager-late-7</c>, <c>family-planned-1</c>.
    /// </summary>
    public required string StepId { get; init; }

    public required ObligationId Obligation { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>Calendar days before the due date; negative: days after it, while it is still open.</summary>
    public required int DaysBefore { get; init; }

    public CountedFrom CountedFrom { get; init; } = CountedFrom.DueDate;
}
