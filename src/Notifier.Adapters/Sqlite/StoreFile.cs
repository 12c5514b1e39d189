using Microsoft.Data.Sqlite;
using NodaTime;
using Notifier.Application.Queues;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>The file of a store: how it is opened, and which format it has.</summary>
internal sealed class StoreFile(string path)
{
    public const string Name = "notifier.db";

    public string FilePath => path;

    /// <summary>Opens a connection that writes; makes the file, or brings it up to this version's format.</summary>
    /// <param name="clock">For the queue's memory of message ids.</param>
    /// <param name="rules">How queues behave.</param>
    /// <param name="isOwner">Nobody else handles messages: whoever had one in hand is gone.</param>
    /// <param name="mostPages">Stands for a full disk in tests.</param>
    /// <exception cref="StoreException">The file is damaged, foreign, or of a newer version.</exception>
    public StoreWriter OpenForWriting(IClock clock, QueueRules rules, bool isOwner, long? mostPages)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Connect();
            if (mostPages is { } pages)
            {
                Execute(connection, $"PRAGMA max_page_count = {pages}");
            }

            StoreSchema.Prepare(connection, path);
            return new StoreWriter(connection, clock, rules, isOwner);
        }
        catch (SqliteException fault)
        {
            connection?.Dispose();
            throw SqliteFaults.Explain(fault, path);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    public SqliteConnection OpenForReading()
    {
        var connection = Connect();
        Execute(connection, "PRAGMA query_only = 1");
        return connection;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        // FULL: a commit is on the disk when it returns. The checkpoint every 16 MB keeps the log short.
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "PRAGMA synchronous = FULL");
        Execute(connection, "PRAGMA wal_autocheckpoint = 4000");
        Execute(connection, "PRAGMA cache_size = -32000");
        Execute(connection, "PRAGMA temp_store = MEMORY");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
