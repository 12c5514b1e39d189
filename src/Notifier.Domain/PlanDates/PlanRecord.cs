namespace Notifier.PlanDates;

/// <summary>A plan with its student and every date on record: what one due-date calculation reads.</summary>
public sealed record PlanRecord
{
    public required Plan Plan { get; init; }

    public required Student Student { get; init; }

    /// <summary>In any order: no due date depends on it.</summary>
    public required IReadOnlyList<PlanDate> Dates { get; init; }
}
