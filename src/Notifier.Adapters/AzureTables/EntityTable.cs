using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>One table.</summary>
internal sealed class EntityTable(TableAddress table, RestCalls calls, TableRequests requests, WriteMarks marks)
    : IEntityTable
{
    private readonly LostAnswers lostAnswers = new(table, calls, requests);
    private readonly TableCreation creation = new(table, calls, requests);

    public async Task<T?> GetAsync<T>(
        string partitionKey, string rowKey, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity
    {
        EntityKeys.Check(partitionKey, rowKey);
        var answer = await calls.SendAsync(
            requests.Get(table.Row(partitionKey, rowKey)),
            (response, token) => RowAnswer.ReadAsync(response, type, calls.Place, token),
            cancellationToken);
        return answer.Value;
    }

    public async Task<bool> InsertAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity
    {
        EntityKeys.Check(entity.PartitionKey, entity.RowKey);
        var mark = marks.Next();
        using var row = RowJson.Write(entity, type, mark);
        var answer = await WriteAsync(requests.Insert(table, row), cancellationToken);
        return answer.Value is null
            || (answer.AfterLostAnswer
                && await lostAnswers.WasWrittenAsync(entity.PartitionKey, entity.RowKey, mark, cancellationToken));
    }

    public async Task<bool> ReplaceAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity
    {
        EntityKeys.Check(entity.PartitionKey, entity.RowKey);
        TableTransactions.CheckReplaced(entity.ETag);
        var mark = marks.Next();
        using var row = RowJson.Write(entity, type, WriteMarks.Of(mark, RowVersion.Marks(entity.ETag)));
        var address = table.Row(entity.PartitionKey, entity.RowKey);
        var answer = await WriteAsync(requests.Replace(address, RowVersion.ETag(entity.ETag), row), cancellationToken);
        return answer.Value is null
            || (answer.AfterLostAnswer
                && await lostAnswers.WasWrittenAsync(entity.PartitionKey, entity.RowKey, mark, cancellationToken));
    }

    public async Task UpsertAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity
    {
        EntityKeys.Check(entity.PartitionKey, entity.RowKey);
        using var row = RowJson.Write(entity, type, marks.Next());
        var address = table.Row(entity.PartitionKey, entity.RowKey);
        var answer = await WriteAsync(requests.Upsert(address, row), cancellationToken);
        if (answer.Value is { } error)
        {
            throw error.Explain(calls.Place);
        }
    }

    public async Task<bool> DeleteAsync(
        string partitionKey, string rowKey, string? ifETag, CancellationToken cancellationToken)
    {
        EntityKeys.Check(partitionKey, rowKey);
        var eTag = ifETag is null ? TableRequests.AnyVersion : RowVersion.ETag(ifETag);
        var answer = await WriteAsync(requests.Delete(table.Row(partitionKey, rowKey), eTag), cancellationToken);
        return answer.Value is null || (answer.AfterLostAnswer && answer.Value.Status == 404);
    }

    public IAsyncEnumerable<T> QueryAsync<T>(
        string partitionKey, RowRange rows, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity => QueryAsync(RowFilter.Rows(partitionKey, rows), type, cancellationToken);

    public IAsyncEnumerable<T> QueryPartitionsAsync<T>(
        string fromPartition, string toPartition, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity => QueryAsync(RowFilter.Partitions(fromPartition, toPartition), type, cancellationToken);

    public async Task<int?> TransactAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        TableTransactions.Check(changes);
        var mark = marks.Next();
        using var body = BatchBody.Write(table, changes, mark);
        await creation.EnsureAsync(cancellationToken);
        var answer = await calls.SendAsync(
            requests.Transact(table, body),
            (response, token) => BatchAnswer.ReadAsync(response, changes.Count, token),
            cancellationToken);
        if (answer.Value is not { } error)
        {
            return null;
        }

        var index = error.Index ?? (changes.Count == 1 ? 0 : int.MaxValue);
        if (!error.IsUnmetCondition || index >= changes.Count)
        {
            throw error.Explain(calls.Place);
        }

        return answer.AfterLostAnswer && await lostAnswers.WasTransactedAsync(changes, mark, cancellationToken)
            ? null
            : index;
    }

    private async Task<Answered<TableError?>> WriteAsync(RestRequest request, CancellationToken cancellationToken)
    {
        await creation.EnsureAsync(cancellationToken);
        var answer = await calls.SendAsync(
            request, static (response, token) => WriteAnswer.ReadAsync(response, token), cancellationToken);
        return answer.Value is { IsUnmetCondition: false } error ? throw error.Explain(calls.Place) : answer;
    }

    private async IAsyncEnumerable<T> QueryAsync<T>(
        string? filter, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : Entity
    {
        PageMark? next = null;
        do
        {
            if (filter is null)
            {
                yield break;
            }

            var answer = await calls.SendAsync(
                requests.Query(table.Query(filter, next)),
                (response, token) => PageAnswer.ReadAsync(response, type, calls.Place, token),
                cancellationToken);
            foreach (var row in answer.Value.Rows)
            {
                yield return row;
            }

            next = answer.Value.Next;
        }
        while (next is not null);
    }
}
