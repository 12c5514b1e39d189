using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Summaries;

/// <summary>Keeps on which day a district's last summaries were all put on the queue.</summary>
public sealed class SummaryProgress(IEntityTables tables)
{
    private const string Row = "summaries";

    private readonly IEntityTable table = tables.Open("Runs");

    /// <returns>Null: the district has had none yet.</returns>
    public async Task<LocalDate?> LastAsync(string districtId, CancellationToken cancellationToken) =>
        (await table.GetAsync(StoreKey.Of(districtId), Row, RatesJson.Default.SummaryProgressRow, cancellationToken))?.DoneOn;

    public Task DoneAsync(string districtId, LocalDate day, CancellationToken cancellationToken) =>
        table.UpsertAsync(
            new SummaryProgressRow { PartitionKey = StoreKey.Of(districtId), RowKey = Row, DoneOn = day },
            RatesJson.Default.SummaryProgressRow,
            cancellationToken);
}

/// <summary>The day on which a district's last summaries were put on the queue.</summary>
public sealed record SummaryProgressRow : Entity
{
    public required LocalDate DoneOn { get; init; }
}
