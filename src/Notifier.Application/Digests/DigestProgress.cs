using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Digests;

/// <summary>Keeps up to which day each district's digests are on the queue.</summary>
public sealed class DigestProgress(IEntityTables tables)
{
    private const string Row = "digests";

    private readonly IEntityTable table = tables.Open("Runs");

    public async Task<bool> IsDoneAsync(string districtId, LocalDate day, CancellationToken cancellationToken) =>
        await table.GetAsync(StoreKey.Of(districtId), Row, DigestJson.Default.DigestProgressRow, cancellationToken) is { } row
        && row.DoneThrough >= day;

    public Task DoneAsync(string districtId, LocalDate day, CancellationToken cancellationToken) =>
        table.UpsertAsync(
            new DigestProgressRow { PartitionKey = StoreKey.Of(districtId), RowKey = Row, DoneThrough = day },
            DigestJson.Default.DigestProgressRow,
            cancellationToken);
}
