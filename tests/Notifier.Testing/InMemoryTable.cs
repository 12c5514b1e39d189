using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Notifier.Application.Json;
using Notifier.Application.Storage;

namespace Notifier.Testing;

/// <summary>One table of <see cref="InMemoryTables"/>. Rows are kept as JSON, so what is read went through the serializer.</summary>
internal sealed class InMemoryTable(string name, InMemoryTables owner) : IEntityTable
{
    private const int PageRows = 1000;

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, SortedList<string, Row>> partitions = new(StringComparer.Ordinal);
    private long lastVersion;

    /// <summary>The same rows in another store.</summary>
    public InMemoryTable CopyTo(InMemoryTables other)
    {
        var copy = new InMemoryTable(name, other) { lastVersion = lastVersion };
        foreach (var (key, rows) in partitions)
        {
            copy.partitions[key] = new SortedList<string, Row>(rows, StringComparer.Ordinal);
        }

        return copy;
    }

    public Task<T?> GetAsync<T>(
        string partitionKey, string rowKey, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity
    {
        EntityKeys.Check(partitionKey, rowKey);
        cancellationToken.ThrowIfCancellationRequested();
        owner.Calling("get", name);
        Row? row;
        lock (gate)
        {
            row = Find(partitionKey, rowKey);
        }

        return Task.FromResult(row is null ? null : Read(row, type));
    }

    public async Task<bool> InsertAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity =>
        await WriteAsync("insert", [TableChange.Insert(entity, type)], cancellationToken) is null;

    public async Task<bool> ReplaceAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity =>
        await WriteAsync("replace", [TableChange.Replace(entity, type)], cancellationToken) is null;

    public Task UpsertAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity =>
        WriteAsync("upsert", [TableChange.Upsert(entity, type)], cancellationToken);

    public async Task<bool> DeleteAsync(
        string partitionKey, string rowKey, string? ifETag, CancellationToken cancellationToken) =>
        await WriteAsync("delete", [TableChange.Delete(partitionKey, rowKey, ifETag)], cancellationToken) is null;

    public Task<int?> TransactAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        TableTransactions.Check(changes);
        return WriteAsync("transact", changes, cancellationToken);
    }

    public async IAsyncEnumerable<T> QueryAsync<T>(
        string partitionKey,
        RowRange rows,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : Entity
    {
        // A real store answers in pages: rows written meanwhile may or may not appear, none appears twice.
        var (from, after) = (rows.From, false);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            owner.Calling("query", name);
            List<Row> page;
            lock (gate)
            {
                page = partitions.TryGetValue(partitionKey, out var partition)
                    ? Page(partition, from, after, rows.To)
                    : [];
            }

            foreach (var row in page)
            {
                yield return Read(row, type);
            }

            if (page.Count < PageRows)
            {
                yield break;
            }

            (from, after) = (page[^1].RowKey, true);
            await Task.Yield();
        }
    }

    public async IAsyncEnumerable<T> QueryPartitionsAsync<T>(
        string fromPartition,
        string toPartition,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : Entity
    {
        List<string> keys;
        lock (gate)
        {
            keys = [.. partitions.Keys.Where(key => Inside(key, fromPartition, false, toPartition))];
        }

        owner.Calling("query", name);
        foreach (var key in keys)
        {
            List<Row> rows;
            lock (gate)
            {
                rows = partitions.TryGetValue(key, out var partition) ? [.. partition.Values] : [];
            }

            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Read(row, type);
            }

            await Task.CompletedTask;
        }
    }

    public IEnumerable<StoredEntity> Rows() =>
        from partition in partitions
        from row in partition.Value.Values
        select new StoredEntity(name, partition.Key, row.RowKey, row.Json);

    private static List<Row> Page(SortedList<string, Row> partition, string? from, bool after, string? to)
    {
        var page = new List<Row>();
        for (var index = First(partition.Keys, from, after); index < partition.Count && page.Count < PageRows; index++)
        {
            if (to is not null && string.CompareOrdinal(partition.Keys[index], to) >= 0)
            {
                break;
            }

            page.Add(partition.Values[index]);
        }

        return page;
    }

    // Where the rows from a key on begin: a large partition is not read from its first row on.
    private static int First(IList<string> keys, string? from, bool after)
    {
        var (low, high) = (0, from is null ? 0 : keys.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Inside(keys[middle], from, after, to: null))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private static bool Inside(string key, string? from, bool after, string? to) =>
        (from is null || string.CompareOrdinal(key, from) >= (after ? 1 : 0))
        && (to is null || string.CompareOrdinal(key, to) < 0);

    private static T Read<T>(Row row, JsonTypeInfo<T> type)
        where T : Entity =>
        StoredValue.Read(row.Json.Span, type)! with { ETag = row.ETag };

    private Row? Find(string partitionKey, string rowKey) =>
        partitions.TryGetValue(partitionKey, out var rows) && rows.TryGetValue(rowKey, out var row) ? row : null;

    private Task<int?> WriteAsync(string what, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TableTransactions.Check(changes);
        var rows = changes.Select(change => change.Json is { } json ? EntityJson.Checked(json) : null).ToList();
        owner.Calling(what, name);
        lock (gate)
        {
            for (var i = 0; i < changes.Count; i++)
            {
                if (!Holds(changes[i]))
                {
                    return Task.FromResult<int?>(i);
                }
            }

            for (var i = 0; i < changes.Count; i++)
            {
                Apply(changes[i], rows[i]);
            }
        }

        owner.AfterWrite?.Invoke(what, name);
        return Task.FromResult<int?>(null);
    }

    private bool Holds(TableChange change)
    {
        var stands = Find(change.PartitionKey, change.RowKey);
        return change.Kind switch
        {
            TableChangeKind.Insert => stands is null,
            TableChangeKind.Replace => stands is not null && stands.ETag == change.IfETag,
            TableChangeKind.Delete => stands is not null && (change.IfETag is null || stands.ETag == change.IfETag),
            _ => true,
        };
    }

    private void Apply(TableChange change, byte[]? json)
    {
        if (!partitions.TryGetValue(change.PartitionKey, out var rows))
        {
            rows = new SortedList<string, Row>(StringComparer.Ordinal);
            partitions.Add(change.PartitionKey, rows);
        }

        if (json is not null)
        {
            rows[change.RowKey] = new Row(change.RowKey, json, $"v{++lastVersion}");
        }
        else
        {
            rows.Remove(change.RowKey);
        }
    }

    private sealed record Row(string RowKey, ReadOnlyMemory<byte> Json, string ETag);
}
