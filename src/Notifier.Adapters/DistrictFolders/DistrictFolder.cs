using Notifier.Application.PlanDates;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>A whole folder in memory, for answering questions about it without a store.</summary>
public sealed record DistrictFolder
{
    /// <summary>Null: a fatal problem says why the folder cannot be read.</summary>
    public required DistrictFile? District { get; init; }

    public required IReadOnlyList<StudentFile> Students { get; init; }

    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    public static DistrictFolder Read(DistrictFolderReader reader, string folder, CancellationToken cancellationToken = default)
    {
        var problems = new List<ImportProblem>();
        using var reading = reader.Read(folder, problems.Add, rejectsFolder: null, cancellationToken);
        return new DistrictFolder
        {
            District = reading.District,
            Students = [.. reading.Students(cancellationToken).Select(student => student.File).OfType<StudentFile>()],
            Problems = problems,
        };
    }
}
