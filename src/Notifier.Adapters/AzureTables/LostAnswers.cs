using Notifier.Adapters.AzureRest;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// What a refusal means after an attempt whose answer was lost. An insert refused with 409 or a replacement with 412
/// may have been refused because of itself: the row is read and its marks are compared. A transaction is made if one
/// of its writes is. A deletion leaves no mark: a row that is gone counts as deleted by it.
/// </summary>
internal sealed class LostAnswers(TableAddress table, RestCalls calls, TableRequests requests)
{
    public async Task<bool> WasWrittenAsync(
        string partitionKey, string rowKey, string mark, CancellationToken cancellationToken) =>
        await ReadAsync(partitionKey, rowKey, cancellationToken) is { } row
        && WriteMarks.Hold(RowVersion.Marks(row.ETag), mark);

    public async Task<bool> WasTransactedAsync(
        IReadOnlyList<TableChange> changes, string mark, CancellationToken cancellationToken)
    {
        var written = changes.Where(change => change.Kind != TableChangeKind.Delete).ToList();
        foreach (var change in written.OrderBy(change => change.Kind))
        {
            // Rows inserted come first: they are the least likely to have been changed by others since.
            if (await WasWrittenAsync(change.PartitionKey, change.RowKey, mark, cancellationToken))
            {
                return true;
            }
        }

        if (written.Count > 0)
        {
            return false;
        }

        foreach (var change in changes)
        {
            if (await ReadAsync(change.PartitionKey, change.RowKey, cancellationToken) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<MarkRow?> ReadAsync(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        var request = requests.Get(table.Row(partitionKey, rowKey), "PartitionKey,RowKey," + WriteMarks.Property);
        var answer = await calls.SendAsync(
            request,
            (response, token) => RowAnswer.ReadAsync(response, MarkRows.Default.MarkRow, calls.Place, token),
            cancellationToken);
        return answer.Value;
    }
}
