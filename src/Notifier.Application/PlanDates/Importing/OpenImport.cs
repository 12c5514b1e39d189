using Notifier.Application.Storage;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>
/// One import under way. It is marked open in the district's head before anything is written and closed after everything
/// was sent, so an import that was cut off is found, and finished, by the next.
/// </summary>
internal sealed class OpenImport
{
    private readonly DistrictFiles files;

    private OpenImport(DistrictFiles files, DistrictHead head) => (this.files, Head) = (files, head);

    public DistrictHead Head { get; private set; }

    public int Number => Head.Import;

    /// <summary>Rows of this and later imports may have changes that were not sent.</summary>
    public int Since => Head.OpenSince;

    public bool Concerns(string schoolId) =>
        Head.RefreshReason.Length > 0 && (Head.RefreshSchools.Length == 0 || Head.RefreshSchools.Split('|').Contains(StoreKey.Of(schoolId)));

    /// <exception cref="ImportOvertakenException">Another import was marked open meanwhile.</exception>
    public static async Task<OpenImport> BeginAsync(
        DistrictFiles files, string districtId, DistrictHead? stands, CancellationToken cancellationToken)
    {
        var number = (stands?.Import ?? 0) + 1;
        var head = stands is null
            ? new DistrictHead
            {
                PartitionKey = DistrictHead.Partition,
                RowKey = StoreKey.Of(districtId),
                DistrictId = districtId,
                Version = "",
                BodyImport = 0,
                BodyRows = 0,
                Import = number,
                OpenSince = number,
            }
            : stands with { Import = number, OpenSince = stands.OpenSince > 0 ? stands.OpenSince : number };
        return new OpenImport(files, await WriteAsync(files, head, cancellationToken));
    }

    /// <summary>Makes a district's new file count, and remembers whose due dates it concerns until they were sent.</summary>
    public async Task WriteDistrictAsync(DistrictChange change, CancellationToken cancellationToken)
    {
        var (oldImport, oldRows) = (Head.BodyImport, Head.BodyRows);
        var rows = await files.WriteBodyAsync(Head.DistrictId, Number, change.Content, cancellationToken);
        Head = await WriteAsync(
            files, Pending(Head, change) with { Version = change.Version, BodyImport = Number, BodyRows = rows }, cancellationToken);
        await files.DeleteBodyAsync(Head.DistrictId, oldImport, oldRows, cancellationToken);
    }

    public async Task CloseAsync(CancellationToken cancellationToken) =>
        Head = await WriteAsync(files, Head with { OpenSince = 0, RefreshReason = "", RefreshSchools = "" }, cancellationToken);

    // What an import that was cut off still owed is added to what this one owes.
    private static DistrictHead Pending(DistrictHead head, DistrictChange change)
    {
        if (change.Reason.Length == 0)
        {
            return head;
        }

        var owed = head.RefreshReason.Length > 0;
        var all = change.Schools.Count == 0 || (owed && head.RefreshSchools.Length == 0);
        var schools = change.Schools.Select(school => StoreKey.Of(school))
            .Union(head.RefreshSchools.Split('|', StringSplitOptions.RemoveEmptyEntries));
        return head with { RefreshReason = change.Reason, RefreshSchools = all ? "" : string.Join('|', schools) };
    }

    private static async Task<DistrictHead> WriteAsync(DistrictFiles files, DistrictHead head, CancellationToken cancellationToken) =>
        await files.WriteHeadAsync(head, cancellationToken) ?? throw new ImportOvertakenException(head.DistrictId);
}
