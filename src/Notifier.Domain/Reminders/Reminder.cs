using NodaTime;
using Notifier.Law;

namespace Notifier.Reminders;

/// <summary>Who is told about a due date, and on which day.</summary>
public sealed record Reminder
{
    public required string DistrictId { get; init; }

    public required string PlanId { get; init; }

    public required string StudentId { get; init; }

    public required ObligationId Obligation { get; init; }

    /// <summary>As in the due date; usually empty.</summary>
    public string Part { get; init; } = "";

    /// <summary>The due date this reminder was made for: when it moves, the reminder is void.</summary>
    public required LocalDate DueOn { get; init; }

    public required string StepId { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>The day in the district's zone; moved earlier, never later, when it falls into a break.</summary>
    public required LocalDate On { get; init; }

    /// <summary>
    /// The last day on which it is still worth raising; null: as long as the duty is open. A family is not told
    /// today of what was coming last week.
    /// </summary>
    public LocalDate? LastUsefulDay { get; init; }
}
