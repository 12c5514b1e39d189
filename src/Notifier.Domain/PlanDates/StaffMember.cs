using NodaTime;

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

    /// <summary>The first day of a leave; null while <see cref="AwayUntil"/> is set: it has begun.</summary>
    public LocalDate? AwayFrom { get; init; }

    /// <summary>The last day of a leave, on which somebody else is still told instead; null: there is none.</summary>
    public LocalDate? AwayUntil { get; init; }

    /// <summary>This person chose to be texted, too; nobody of the staff is otherwise.</summary>
    public bool WantsTexts { get; init; }

    /// <summary>Whether somebody else is told instead on this day.</summary>
    public bool IsAway(LocalDate on) => AwayUntil is { } until && on <= until && !(AwayFrom > on);
}
