using System.Runtime.CompilerServices;
using Notifier.Application.PlanDates;
using Notifier.Application.Storage;

namespace Notifier.Testing.Flow;

/// <summary>A district's records given by a test instead of read from a folder.</summary>
public sealed class GivenDistrict(DistrictFile district, IEnumerable<StudentFile> students) : IDistrictReading
{
    private readonly List<StudentFile> students =
        [.. students.OrderBy(file => StoreKey.Of(file.Student.StudentId), StringComparer.Ordinal)];

    public DistrictFile? District => district;

    public DistrictGaps Gaps { get; } = new(Calendar: false, Schools: false, Staff: false);

    public MissingRows Unread => MissingRows.None;

    public IReadOnlySet<string> PlansWithDatesAlone { get; } = new HashSet<string>();

    public IReadOnlyList<FileCount> Counts => [];

    public async IAsyncEnumerable<ReadStudent> StudentsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in students)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ReadStudent { StudentId = file.Student.StudentId, File = file };
        }

        await Task.CompletedTask;
    }
}
