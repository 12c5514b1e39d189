using NodaTime;

namespace Notifier.PlanDates;

/// <summary>A child for whom a plan exists or is being considered.</summary>
public sealed record Student
{
    public required string StudentId { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required LocalDate BirthDate { get; init; }

    /// <summary>As the district writes it: <c>PK</c>, <c>KG</c>, <c>01</c> to <c>12</c>.</summary>
    public string Grade { get; init; } = "";

    public required string SchoolId { get; init; }
}
