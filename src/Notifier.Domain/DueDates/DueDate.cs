using NodaTime;
using Notifier.Law;

namespace Notifier.DueDates;

/// <summary>The last day on which an obligation can be met, and where it stands on the day asked about.</summary>
public sealed record DueDate
{
    public required string PlanId { get; init; }

    public required string StudentId { get; init; }

    public required ObligationId Obligation { get; init; }

    /// <summary>What tells several duties of one obligation apart (a goal's name); usually empty.</summary>
    public string Part { get; init; } = "";

    /// <summary>
    /// The date the clock started: day 0. Of a duty of each school year, from which nothing is counted, the day since when it can be
    /// met: the end of the year before.
    /// </summary>
    public required LocalDate StartedOn { get; init; }

    /// <summary>The legal due date, never moved off a weekend; null: it cannot be computed, and <see cref="Problem"/> says why.</summary>
    public required LocalDate? DueOn { get; init; }

    /// <summary>The last day of school on or before the due date.</summary>
    public required LocalDate? LastPracticalDay { get; init; }

    public required DueStatus Status { get; init; }

    public LocalDate? MetOn { get; init; }

    /// <summary>The governing paragraph first.</summary>
    public required IReadOnlyList<Citation> Law { get; init; }

    /// <summary>Why no date can be given, for the person who must mend it; null when there is one.</summary>
    public string? Problem { get; init; }
}
