namespace Notifier.Application.PlanDates;

/// <summary>What an import found and did. Of a held or refused one: what it found and would have done.</summary>
public sealed record ImportResult
{
    public required ImportOutcome Outcome { get; init; }

    /// <summary>Empty when the district's settings could not be read.</summary>
    public required string DistrictId { get; init; }

    public required ImportCounts Counts { get; init; }

    public required IReadOnlyList<FileCount> Files { get; init; }

    /// <summary>Why the import was held, or, when it was confirmed, would have been.</summary>
    public IReadOnlyList<ImportSuspicion> Suspicions { get; init; } = [];

    /// <summary>Problems that only showed against what is stored (a student is gone, a file is too large to keep).</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>Changes put on the queue.</summary>
    public int ChangesSent { get; init; }
}
