using Notifier.Application.PlanDates;

namespace Notifier.Cli.Commands;

/// <summary>What became of a folder's import.</summary>
public sealed record FolderImportResult
{
    public required ImportResult Result { get; init; }

    /// <summary>Null when the folder was refused.</summary>
    public required DistrictFile? District { get; init; }

    /// <summary>Of the reading first, then those that only showed against what is stored.</summary>
    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    /// <summary>The file that holds every problem; rejected rows lie beside it.</summary>
    public required string Report { get; init; }

    public bool RowsWereLeftOut =>
        Problems.Any(problem => problem.Severity is ProblemSeverity.Rejected or ProblemSeverity.Fatal);
}
