using Notifier.Application.PlanDates;
using Notifier.Application.Storage;
using Notifier.Law;

namespace Notifier.Application.Tests.PlanDates;

/// <summary>A folder as if it had been read, in memory.</summary>
internal sealed class FakeReading(DistrictFile? district, params StudentFile[] students) : IDistrictReading
{
    public DistrictFile? District { get; } = district;

    public RejectedFiles Gaps { get; init; } = new(false, false, false);

    public MissingRows Unread { get; init; }

    public IReadOnlySet<PlanDateKind>? UnreadDateKinds { get; init; }

    public IReadOnlySet<string> PlansWithDatesAlone { get; init; } = new HashSet<string>();

    public IReadOnlyList<DistrictGap> LeftOut { get; init; } = [];

    public IReadOnlyList<FileCount> Counts { get; init; } = [];

    public bool NamesPlan(string planId) => students.Any(file => file.Plans.Any(plan => plan.Plan.PlanId == planId));

    /// <summary>Students whose own row was rejected.</summary>
    public IReadOnlyList<string> Rejected { get; init; } = [];

    /// <summary>What the file of a student lacks.</summary>
    public IReadOnlyDictionary<string, MissingRows> Missing { get; init; } = new Dictionary<string, MissingRows>();

    public IAsyncEnumerable<ReadStudent> StudentsAsync(CancellationToken cancellationToken) => students
        .Select(file => new ReadStudent
        {
            StudentId = file.Student.StudentId,
            File = file,
            Missing = Missing.GetValueOrDefault(file.Student.StudentId),
        })
        .Concat(Rejected.Select(id => new ReadStudent { StudentId = id, File = null }))
        .OrderBy(student => StoreKey.Of(student.StudentId), StringComparer.Ordinal)
        .ToAsyncEnumerable();
}
