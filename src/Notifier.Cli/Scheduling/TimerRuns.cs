using NodaTime;
using NodaTime.Text;
using Notifier.Application.Storage;

namespace Notifier.Cli.Scheduling;

/// <summary>Remembers when each timer was last called, so that an outage leads to one late call.</summary>
public sealed class TimerRuns(IEntityTables tables)
{
    private const string Partition = "timers";

    private readonly IEntityTable table = tables.Open("TimerRuns");

    /// <summary>Null: never.</summary>
    public async Task<Instant?> LastAsync(string timer, CancellationToken cancellationToken) =>
        await table.GetAsync(Partition, timer, SchedulingJson.Default.TimerRunRow, cancellationToken) is { } row
            ? InstantPattern.ExtendedIso.Parse(row.LastAt).Value
            : null;

    public Task RememberAsync(string timer, Instant at, CancellationToken cancellationToken) =>
        table.UpsertAsync(
            new TimerRunRow { PartitionKey = Partition, RowKey = timer, LastAt = InstantPattern.ExtendedIso.Format(at) },
            SchedulingJson.Default.TimerRunRow,
            cancellationToken);
}
