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

    public RejectedFiles Gaps { get; } = new(Calendar: false, Schools: false, Staff: false);

    public MissingRows Unread => MissingRows.None;

    public IReadOnlySet<string> PlansWithDatesAlone { get; } = new HashSet<string>();

    public IReadOnlyList<DistrictGap> LeftOut { get; init; } = [];

    /// <summary>What may be missing of every student because rows were rejected.</summary>
    public MissingRows Missing { get; init; }

    public IReadOnlyList<FileCount> Counts => [];

    public bool NamesPlan(string planId) => students.Exists(file => file.Plans.Any(plan => plan.Plan.PlanId == planId));

    public async IAsyncEnumerable<ReadStudent> StudentsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in students)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // What a test says was left out of a student's rows comes along in the file.
            yield return new ReadStudent { StudentId = file.Student.StudentId, File = file, Gaps = file.Gaps, Missing = Missing };
        }

        await Task.CompletedTask;
    }
}
