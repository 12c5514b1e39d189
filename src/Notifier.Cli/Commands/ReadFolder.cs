using NodaTime;
using Notifier.Adapters.DistrictFolders;
using Notifier.Application.PlanDates;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Stores;

namespace Notifier.Cli.Commands;

/// <summary>A district folder, read whole, with every problem that was found.</summary>
public sealed record ReadFolder
{
    /// <summary>Null: a fatal problem says why nothing can be read.</summary>
    public required DistrictFile? District { get; init; }

    public required RejectedFiles Gaps { get; init; }

    /// <summary>Rows were left out of which nobody can tell whose they were.</summary>
    public required MissingRows Unread { get; init; }

    public required IReadOnlyList<FileCount> Counts { get; init; }

    public required IReadOnlyList<ReadStudent> Students { get; init; }

    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    public bool RowsWereLeftOut =>
        Problems.Any(problem => problem.Severity is ProblemSeverity.Rejected or ProblemSeverity.Fatal);

    /// <param name="path">The folder.</param>
    /// <param name="clock">For what "in the future" means.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CommandException">A file could not be opened.</exception>
    public static async Task<ReadFolder> AllAsync(string path, IClock clock, CancellationToken cancellationToken)
    {
        var problems = new List<ImportProblem>();
        try
        {
            using var reading = new DistrictFolderReader(clock).Read(path, problems.Add, cancellationToken: cancellationToken);
            return new()
            {
                District = reading.District,
                Gaps = reading.Gaps,
                Unread = reading.Unread,
                Counts = reading.Counts,
                Students = await reading.StudentsAsync(cancellationToken).ToListAsync(cancellationToken),
                Problems = problems,
            };
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failed($"{Path.GetFullPath(path)} cannot be read: {cause.Message} Let this user read the folder and its files.");
        }
    }

    /// <summary>What is on record, as if it had just been read from a folder without a fault.</summary>
    public static async Task<ReadFolder> OfStoreAsync(HomeStore store, string districtId, CancellationToken cancellationToken) => new()
    {
        District = await new DistrictFiles(store.Tables).GetAsync(districtId, cancellationToken),
        Gaps = new RejectedFiles(Calendar: false, Schools: false, Staff: false),
        Unread = MissingRows.None,
        Counts = [],
        Students = await new StudentFiles(store.Tables).AllAsync(districtId, cancellationToken)
            .Select(file => new ReadStudent { StudentId = file.Student.StudentId, File = file })
            .ToListAsync(cancellationToken),
        Problems = [],
    };

    /// <summary>The district, for commands that can do nothing without it.</summary>
    /// <exception cref="CommandException">Fatal problems; the message lists them.</exception>
    public DistrictFile RequireDistrict() => District ?? throw CommandException.BadInput(
        string.Join('\n', [
            "the folder cannot be used before this is mended:",
            .. Problems.Where(problem => problem.Severity == ProblemSeverity.Fatal).Select(problem => $"  {problem}"),
        ]));
}
