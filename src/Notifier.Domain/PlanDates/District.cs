using NodaTime;

namespace Notifier.PlanDates;

/// <summary>A school district and what it has decided for itself.</summary>
public sealed record District
{
    public required string DistrictId { get; init; }

    public required string Name { get; init; }

    /// <summary>Two letters, or <c>US</c> for federal rules alone.</summary>
    public required string State { get; init; }

    /// <summary>The zone in which "today" is the district's.</summary>
    public required DateTimeZone TimeZone { get; init; }

    public DistrictPolicies Policies { get; init; } = new();

    /// <summary>The district's date at a moment.</summary>
    public LocalDate Today(Instant now) => now.InZone(TimeZone).Date;
}
