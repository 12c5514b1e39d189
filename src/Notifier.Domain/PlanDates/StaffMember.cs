namespace Notifier.PlanDates;

/// <summary>Someone of the district who answers for plans.</summary>
public sealed record StaffMember
{
    public required string StaffId { get; init; }

    public required string Name { get; init; }

    public string Email { get; init; } = "";

    /// <summary>E.164, or empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>As the district writes it, for example <c>caseManager</c>, <c>supervisor</c>.</summary>
    public string Role { get; init; } = "";

    public string? SupervisorId { get; init; }

    public string? SchoolId { get; init; }
}
