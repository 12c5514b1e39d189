using Notifier.Application.PlanDates;
using Notifier.Law;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>A folder that was read. Disposing it removes what was put aside while reading.</summary>
public sealed class DistrictReading : IDistrictReading, IDisposable
{
    private readonly ReadingTables? tables;

    internal DistrictReading(DistrictFile? district, ReadingTables? tables, FolderProblems problems)
    {
        this.tables = tables;
        District = district;
        Gaps = new RejectedFiles(
            problems.HasRejects(FolderFiles.Calendar), problems.HasRejects(FolderFiles.Schools), problems.HasRejects(FolderFiles.Staff));
        Unread = problems.Unread;
        UnreadDateKinds = problems.UnreadDateKinds;
        PlansWithDatesAlone = problems.PlansWithDatesAlone;
        LeftOut = problems.LeftOut;
        Counts = problems.Counts;
    }

    public DistrictFile? District { get; }

    public RejectedFiles Gaps { get; }

    public MissingRows Unread { get; }

    public IReadOnlySet<PlanDateKind>? UnreadDateKinds { get; }

    public IReadOnlySet<string> PlansWithDatesAlone { get; }

    public IReadOnlyList<DistrictGap> LeftOut { get; }

    public IReadOnlyList<FileCount> Counts { get; }

    public bool NamesPlan(string planId) =>
        tables?.First("SELECT 1 FROM plan WHERE id = $1", row => row.GetInt32(0), planId) is not null;

    public IAsyncEnumerable<ReadStudent> StudentsAsync(CancellationToken cancellationToken) =>
        Students(cancellationToken).ToAsyncEnumerable();

    public void Dispose() => tables?.Dispose();

    internal static DistrictReading Refused(FolderProblems problems) => new(null, null, problems);

    /// <summary>As <see cref="StudentsAsync"/>: the rows are on this machine, so nothing is waited for.</summary>
    internal IEnumerable<ReadStudent> Students(CancellationToken cancellationToken) =>
        tables is null || District is null ? [] : new StudentJoin(tables, District.District.DistrictId).Students(cancellationToken);
}
