namespace Notifier.Law;

/// <summary>Which recorded date starts the three years: the latest date of the first kind on record.</summary>
public sealed record ReevaluationClock : LawVersion
{
    public required IReadOnlyList<PlanDateKind> StartsFrom { get; init; }
}
