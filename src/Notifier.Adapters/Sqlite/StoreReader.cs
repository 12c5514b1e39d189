using Microsoft.Data.Sqlite;
using NodaTime;

namespace Notifier.Adapters.Sqlite;

/// <summary>A connection that reads, with its prepared statements.</summary>
internal sealed class StoreReader(SqliteConnection connection) : IDisposable
{
    private const int MostRowsPerPage = 1000;
    private const int MostBytesPerPage = 4_000_000;

    private readonly Statement get = new(
        connection,
        "SELECT version, json FROM entities WHERE table_name = $1 AND partition_key = $2 AND row_key = $3");

    private readonly Statement partition = new(
        connection,
        "SELECT version, json, partition_key, row_key FROM entities WHERE table_name = $1 AND partition_key = $2 "
        + $"AND row_key >= $3 AND row_key < $4 ORDER BY row_key LIMIT {MostRowsPerPage}");

    private readonly Statement partitions = new(
        connection,
        "SELECT version, json, partition_key, row_key FROM entities WHERE table_name = $1 "
        + "AND (partition_key, row_key) >= ($2, $3) AND partition_key < $4 "
        + $"ORDER BY partition_key, row_key LIMIT {MostRowsPerPage}");

    private readonly Statement anyMessage = new(
        connection, "SELECT 1 FROM queue_messages WHERE queue = $1 AND available_at <= $2 LIMIT 1");

    private readonly Statement oldest = new(
        connection, "SELECT min(sequence) FROM queue_messages WHERE queue = $1 AND available_at <= $2");

    private readonly Statement setAside = new(
        connection,
        "SELECT sequence, message_id, body, deliveries, reason, set_aside_at FROM queue_set_aside "
        + "WHERE queue = $1 AND sequence > $2 ORDER BY sequence LIMIT 100");

    /// <summary>The number of the oldest message that could be taken at a moment; null: there is none.</summary>
    public long? Oldest(string queue, long now)
    {
        using var row = oldest.Query(queue, now);
        return row.Read() && !row.IsDBNull(0) ? row.GetInt64(0) : null;
    }

    public StoredRow? Get(string table, string partitionKey, string rowKey)
    {
        using var row = get.Query(table, partitionKey, rowKey);
        return row.Read() ? new StoredRow(row.GetInt64(0), row.GetFieldValue<byte[]>(1), partitionKey, rowKey) : null;
    }

    /// <summary>The first rows from <paramref name="from"/> (included); fewer than there are when the page is full.</summary>
    public RowPage Partition(string table, string partitionKey, string from, string to)
    {
        using var rows = partition.Query(table, partitionKey, from, to);
        return Page(rows);
    }

    public RowPage Partitions(string table, string fromPartition, string fromRow, string toPartition)
    {
        using var rows = partitions.Query(table, fromPartition, fromRow, toPartition);
        return Page(rows);
    }

    public bool HasMessage(string queue, Instant now)
    {
        using var row = anyMessage.Query(queue, Moments.Floor(now));
        return row.Read();
    }

    public List<SetAsideRow> SetAside(string queue, long afterSequence)
    {
        using var rows = setAside.Query(queue, afterSequence);
        var page = new List<SetAsideRow>();
        while (rows.Read())
        {
            page.Add(new SetAsideRow(
                rows.GetInt64(0),
                rows.GetString(1),
                rows.GetFieldValue<byte[]>(2),
                rows.GetInt32(3),
                rows.GetString(4),
                Moments.From(rows.GetInt64(5))));
        }

        return page;
    }

    public void Dispose()
    {
        get.Dispose();
        partition.Dispose();
        partitions.Dispose();
        anyMessage.Dispose();
        oldest.Dispose();
        setAside.Dispose();
        connection.Dispose();
    }

    private static RowPage Page(SqliteDataReader rows)
    {
        var page = new List<StoredRow>();
        var bytes = 0L;
        while (rows.Read())
        {
            var row = new StoredRow(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), rows.GetString(2), rows.GetString(3));
            page.Add(row);
            bytes += row.Json.Length;
            if (bytes >= MostBytesPerPage)
            {
                return new RowPage(page, MayHaveMore: true);
            }
        }

        return new RowPage(page, MayHaveMore: page.Count == MostRowsPerPage);
    }
}
