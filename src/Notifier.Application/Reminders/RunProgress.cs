using System.Globalization;
using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Reminders;

/// <summary>Keeps how far each district's reminders have been raised.</summary>
public sealed class RunProgress(IEntityTables tables)
{
    private const string Row = "reminders";

    private const string ShardRow = "shard|";

    private readonly IEntityTable table = tables.Open("Runs");

    /// <summary>
    /// The district's progress. A district seen for the first time begins today: what lies before is raised by whoever
    /// writes it into the agenda.
    /// </summary>
    public async Task<RunProgressRow> GetAsync(string districtId, LocalDate today, CancellationToken cancellationToken)
    {
        var key = StoreKey.Of(districtId);
        while (true)
        {
            if (await table.GetAsync(key, Row, ReminderJson.Default.RunProgressRow, cancellationToken) is { } row)
            {
                return row;
            }

            var yesterday = today.PlusDays(-1);
            var first = new RunProgressRow
            {
                PartitionKey = key,
                RowKey = Row,
                StartedThrough = yesterday,
                DoneThrough = yesterday,
            };
            await table.InsertAsync(first, ReminderJson.Default.RunProgressRow, cancellationToken);
        }
    }

    /// <returns>The row as it stands now; null when somebody else moved on first.</returns>
    public async Task<RunProgressRow?> MoveAsync(RunProgressRow next, CancellationToken cancellationToken) =>
        await table.ReplaceAsync(next, ReminderJson.Default.RunProgressRow, cancellationToken)
            ? await table.GetAsync(next.PartitionKey, Row, ReminderJson.Default.RunProgressRow, cancellationToken)
            : null;

    /// <summary>How far each shard has come that was ever done; the others stand where the district stands.</summary>
    public async Task<IReadOnlyDictionary<int, LocalDate>> ShardsAsync(string districtId, CancellationToken cancellationToken)
    {
        var shards = new Dictionary<int, LocalDate>();
        var rows = table.QueryAsync(
            StoreKey.Of(districtId), RowRange.StartingWith(ShardRow), ReminderJson.Default.ShardProgressRow, cancellationToken);
        await foreach (var row in rows)
        {
            shards[int.Parse(row.RowKey.AsSpan(ShardRow.Length), CultureInfo.InvariantCulture)] = row.DoneThrough;
        }

        return shards;
    }

    /// <summary>A shard is done up to a day. A late call for an earlier day changes nothing.</summary>
    public async Task ShardDoneAsync(string districtId, int shard, LocalDate day, CancellationToken cancellationToken)
    {
        var (key, row) = (StoreKey.Of(districtId), ShardRow + shard.ToString("D2", CultureInfo.InvariantCulture));
        var done = new ShardProgressRow { PartitionKey = key, RowKey = row, DoneThrough = day };
        while (!await table.InsertAsync(done, ReminderJson.Default.ShardProgressRow, cancellationToken))
        {
            var stands = await table.GetAsync(key, row, ReminderJson.Default.ShardProgressRow, cancellationToken);
            if (stands is not null && (stands.DoneThrough >= day || await table.ReplaceAsync(
                stands with { DoneThrough = day }, ReminderJson.Default.ShardProgressRow, cancellationToken)))
            {
                return;
            }
        }
    }

    /// <summary>The run of a day is done when all its shards are: whoever finishes the last one finds that out.</summary>
    /// <returns>Whether it is done.</returns>
    public async Task<bool> FinishAsync(string districtId, LocalDate day, int shards, CancellationToken cancellationToken)
    {
        while (true)
        {
            var done = await ShardsAsync(districtId, cancellationToken);
            if (Enumerable.Range(0, shards).Any(shard => !done.TryGetValue(shard, out var through) || through < day))
            {
                return false;
            }

            var stands = await GetAsync(districtId, day, cancellationToken);
            if (stands.DoneThrough >= day || await MoveAsync(stands with { DoneThrough = day }, cancellationToken) is not null)
            {
                return true;
            }
        }
    }
}
