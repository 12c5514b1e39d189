using Microsoft.Data.Sqlite;
using Notifier.Testing;

namespace Notifier.Benchmarks.DailyRuns;

/// <summary>Rows written straight into a store's file, in one transaction. A crash spoils the file: it is made to be measured.</summary>
internal sealed class StoreFileRows : IDisposable
{
    // Versions of the session that made the file: every later session's are higher.
    private const long FirstVersion = 1L << 32;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly SqliteCommand insert;
    private long version = FirstVersion;

    public StoreFileRows(string path)
    {
        connection = Open(path);
        using var settings = connection.CreateCommand();
        settings.CommandText =
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000";
        settings.ExecuteNonQuery();
        transaction = connection.BeginTransaction();
        insert = connection.CreateCommand();
        // The district's own rows come with every group of students and are the same each time.
        insert.CommandText =
            "INSERT INTO entities (table_name, partition_key, row_key, version, json) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
        foreach (var (name, type) in new[]
        {
            ("$1", SqliteType.Text), ("$2", SqliteType.Text), ("$3", SqliteType.Text), ("$4", SqliteType.Integer), ("$5", SqliteType.Blob),
        })
        {
            insert.Parameters.Add(name, type);
        }

        insert.Prepare();
    }

    public void Add(IEnumerable<StoredEntity> rows)
    {
        foreach (var row in rows)
        {
            insert.Parameters[0].Value = row.Table.ToLowerInvariant();
            insert.Parameters[1].Value = row.PartitionKey;
            insert.Parameters[2].Value = row.RowKey;
            insert.Parameters[3].Value = ++version;
            insert.Parameters[4].Value = row.Json.ToArray();
            insert.ExecuteNonQuery();
        }
    }

    public void Commit() => transaction.Commit();

    /// <summary>Every row of a store's file that no process has open, without versions: those count writes.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        using var connection = Open(path);
        using var query = connection.CreateCommand();
        query.CommandText = "SELECT table_name, partition_key, row_key, CAST(json AS TEXT) FROM entities ORDER BY 1, 2, 3";
        using var reader = query.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add($"{reader.GetString(0)} {reader.GetString(1)} {reader.GetString(2)} {reader.GetString(3)}");
        }

        return rows;
    }

    public void Dispose()
    {
        insert.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
