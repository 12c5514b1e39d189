namespace Notifier.PlanDates;

/// <summary>A building with its own calendar rows.</summary>
public sealed record School
{
    public required string SchoolId { get; init; }

    public required string Name { get; init; }
}
