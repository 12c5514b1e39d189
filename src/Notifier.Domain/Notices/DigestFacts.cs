using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>Everything a staff member's overview of one day may say.</summary>
public sealed record DigestFacts
{
    public required District District { get; init; }

    public required Recipient Recipient { get; init; }

    /// <summary>Whose plans they are, where somebody stands in; null: the recipient's own.</summary>
    public string? InsteadOf { get; init; }

    public required LocalDate Today { get; init; }

    /// <summary>What is not done by this day may be lost: the next day on which there is school, or tomorrow in a long break.</summary>
    public required LocalDate ActBy { get; init; }

    /// <summary>It says only what came up since the morning's overview.</summary>
    public bool IsAddition { get; init; }

    /// <summary>The own plans' due dates that have begun to be told, in any order.</summary>
    public required IReadOnlyList<DigestLine> Lines { get; init; }

    /// <summary>Due dates of others that the recipient has to see to, in any order.</summary>
    public IReadOnlyList<DigestLine> Team { get; init; } = [];

    /// <summary>Meetings ahead of which something is missing, in any order.</summary>
    public IReadOnlyList<DigestMeeting> Meetings { get; init; } = [];

    public IReadOnlyList<ProblemFacts> Problems { get; init; } = [];

    /// <summary>One of them came up since the last overview, or this is the first one of a week.</summary>
    public bool ProblemsAreNews { get; init; }
}
