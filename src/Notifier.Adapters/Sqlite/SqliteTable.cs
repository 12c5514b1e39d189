using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Notifier.Application.Json;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>One table. Reads run on the caller's thread, writes on the store's write thread.</summary>
internal sealed class SqliteTable(string name, WriteThread writes, ReaderPool readers) : IEntityTable
{
    // Sorts after every key: no key holds this character.
    private const string AfterAll = "\uffff";

    public Task<T?> GetAsync<T>(
        string partitionKey, string rowKey, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity
    {
        EntityKeys.Check(partitionKey, rowKey);
        cancellationToken.ThrowIfCancellationRequested();
        var row = readers.Read(reader => reader.Get(name, partitionKey, rowKey));
        return Task.FromResult(row is { } stored ? Entity(stored, type) : null);
    }

    public Task<bool> InsertAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity => ApplyAsync(TableChange.Insert(entity, type), cancellationToken);

    public Task<bool> ReplaceAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity => ApplyAsync(TableChange.Replace(entity, type), cancellationToken);

    public Task UpsertAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity => ApplyAsync(TableChange.Upsert(entity, type), cancellationToken);

    public Task<bool> DeleteAsync(
        string partitionKey, string rowKey, string? ifETag, CancellationToken cancellationToken) =>
        ApplyAsync(TableChange.Delete(partitionKey, rowKey, ifETag), cancellationToken);

    public async IAsyncEnumerable<T> QueryAsync<T>(
        string partitionKey,
        RowRange rows,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : Entity
    {
        var (from, to) = (rows.From ?? "", rows.To ?? AfterAll);
        RowPage page;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = from;
            page = readers.Read(reader => reader.Partition(name, partitionKey, start, to));
            foreach (var row in page.Rows)
            {
                yield return Entity(row, type);
            }

            from = page.MayHaveMore ? After(page.Rows[^1].RowKey) : from;
        }
        while (page.MayHaveMore);

        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<T> QueryPartitionsAsync<T>(
        string fromPartition,
        string toPartition,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : Entity
    {
        var (partition, row) = (fromPartition, "");
        RowPage page;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = (partition, row);
            page = readers.Read(reader => reader.Partitions(name, start.partition, start.row, toPartition));
            foreach (var stored in page.Rows)
            {
                yield return Entity(stored, type);
            }

            (partition, row) = page.MayHaveMore
                ? (page.Rows[^1].PartitionKey, After(page.Rows[^1].RowKey))
                : (partition, row);
        }
        while (page.MayHaveMore);

        await Task.CompletedTask;
    }

    public Task<int?> TransactAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        TableTransactions.Check(changes);
        var rows = changes.Select(RowChange.From).ToArray();
        return writes.WriteAsync(writer => writer.Tables.ApplyAll(name, rows), cancellationToken);
    }

    private Task<bool> ApplyAsync(TableChange change, CancellationToken cancellationToken)
    {
        TableTransactions.Check([change]);
        var row = RowChange.From(change);
        return writes.WriteAsync(writer => writer.Tables.Apply(name, row), cancellationToken);
    }

    // Nothing lies between: no key holds a control character.
    private static string After(string key) => key + '\u0001';

    private static T Entity<T>(StoredRow row, JsonTypeInfo<T> type)
        where T : Entity =>
        StoredValue.Read(row.Json, type)! with { ETag = ETags.From(row.Version) };
}
