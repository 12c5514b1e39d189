using NodaTime;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Notices;

/// <summary>Everything the choice of the one person of the staff depends on.</summary>
public sealed record StaffQuestion
{
    public required District District { get; init; }

    /// <summary>Of the whole district.</summary>
    public required IReadOnlyList<StaffMember> Staff { get; init; }

    /// <summary>Whose plans they are.</summary>
    public required string CaseManagerId { get; init; }

    /// <summary>Where the students go: a supervisor of that school comes before one of the whole district.</summary>
    public string? SchoolId { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>The district's date: whoever is away that day is passed over.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What is known to be closed; in any order.</summary>
    public IReadOnlyList<ClosedChannel> Closed { get; init; } = [];
}
