using Microsoft.Data.Sqlite;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>
/// The format of the file. Its version is SQLite's <c>user_version</c>; its <c>application_id</c> tells it from other
/// programs' files.
/// </summary>
internal static class StoreSchema
{
    public const long Version = 1;

    // "Notf" in ASCII.
    private const long ApplicationId = 0x4E6F7466;

    // Rows are kept in the order of their keys, so a query reads neighbours. Moments are Unix time in 100 ns.
    // sessions: one row, counted up at every opening; it makes row versions and locks of two openings differ.
    // queue_messages.deaths: how often the process died while this message was in its hands.
    private const string Tables = """
        CREATE TABLE sessions (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), opened INTEGER NOT NULL);
        INSERT INTO sessions VALUES (1, 0);
        CREATE TABLE entities (
            table_name TEXT NOT NULL, partition_key TEXT NOT NULL, row_key TEXT NOT NULL,
            version INTEGER NOT NULL, json BLOB NOT NULL,
            PRIMARY KEY (table_name, partition_key, row_key)) WITHOUT ROWID;
        CREATE TABLE queue_messages (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, message_id TEXT NOT NULL, body BLOB NOT NULL,
            not_before INTEGER NOT NULL, available_at INTEGER NOT NULL,
            deliveries INTEGER NOT NULL DEFAULT 0, deaths INTEGER NOT NULL DEFAULT 0, locked_in_session INTEGER);
        CREATE INDEX queue_messages_by_time ON queue_messages (queue, available_at, sequence);
        CREATE TABLE queue_message_ids (
            queue TEXT NOT NULL, message_id TEXT NOT NULL, sent_at INTEGER NOT NULL,
            PRIMARY KEY (queue, message_id)) WITHOUT ROWID;
        CREATE INDEX queue_message_ids_by_time ON queue_message_ids (sent_at);
        CREATE TABLE queue_set_aside (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, message_id TEXT NOT NULL, body BLOB NOT NULL,
            deliveries INTEGER NOT NULL, reason TEXT NOT NULL, set_aside_at INTEGER NOT NULL);
        CREATE INDEX queue_set_aside_by_queue ON queue_set_aside (queue, sequence);
        """;

    /// <exception cref="StoreException">Another program's file, or a newer version's.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        using var transaction = connection.BeginTransaction();
        if (Number(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            Execute(connection, $"{Tables} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
        }
        else if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new StoreException(
                "The file is another program's database.", path, "Name another data folder, or move the file away.");
        }
        else if (Number(connection, "PRAGMA user_version") is var version and not Version)
        {
            throw new StoreException(
                $"The data folder was written by a newer version of Notifier (format {version}, this one knows {Version}).",
                path,
                "Run that version, or name another data folder.");
        }

        transaction.Commit();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
