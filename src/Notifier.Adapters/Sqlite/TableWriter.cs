using Microsoft.Data.Sqlite;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>Changes rows of the tables, inside the write thread's transaction.</summary>
internal sealed class TableWriter(SqliteConnection connection, long session) : IDisposable
{
    private readonly Statement insert = new(
        connection,
        "INSERT INTO entities (table_name, partition_key, row_key, version, json) VALUES ($1, $2, $3, $4, $5) "
        + "ON CONFLICT DO NOTHING");

    private readonly Statement replace = new(
        connection,
        "UPDATE entities SET version = $4, json = $5 "
        + "WHERE table_name = $1 AND partition_key = $2 AND row_key = $3 AND version = $6");

    private readonly Statement upsert = new(
        connection,
        "INSERT INTO entities (table_name, partition_key, row_key, version, json) VALUES ($1, $2, $3, $4, $5) "
        + "ON CONFLICT DO UPDATE SET version = excluded.version, json = excluded.json");

    private readonly Statement delete = new(
        connection, "DELETE FROM entities WHERE table_name = $1 AND partition_key = $2 AND row_key = $3");

    private readonly Statement deleteVersion = new(
        connection, "DELETE FROM entities WHERE table_name = $1 AND partition_key = $2 AND row_key = $3 AND version = $4");

    private readonly Statement savepoint = new(connection, "SAVEPOINT several_changes");
    private readonly Statement release = new(connection, "RELEASE several_changes");
    private readonly Statement undo = new(connection, "ROLLBACK TO several_changes");

    // No version is ever given twice: the session in the upper half, a count in the lower.
    private long lastVersion = session << 32;

    /// <returns>False when the change's condition did not hold; the row is as it was.</returns>
    public bool Apply(string table, RowChange change) => change.Kind switch
    {
        TableChangeKind.Insert =>
            insert.Run(table, change.PartitionKey, change.RowKey, ++lastVersion, change.Json) == 1,
        TableChangeKind.Replace =>
            ETags.TryParse(change.IfETag, out var read)
            && replace.Run(table, change.PartitionKey, change.RowKey, ++lastVersion, change.Json, read) == 1,
        TableChangeKind.Upsert =>
            upsert.Run(table, change.PartitionKey, change.RowKey, ++lastVersion, change.Json) == 1,
        TableChangeKind.Delete when change.IfETag is null =>
            delete.Run(table, change.PartitionKey, change.RowKey) == 1,
        TableChangeKind.Delete =>
            ETags.TryParse(change.IfETag, out var read)
            && deleteVersion.Run(table, change.PartitionKey, change.RowKey, read) == 1,
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    /// <summary>All changes or none.</summary>
    /// <returns>The index of the first change whose condition did not hold; null: all were made.</returns>
    public int? ApplyAll(string table, IReadOnlyList<RowChange> changes)
    {
        savepoint.Run();
        for (var index = 0; index < changes.Count; index++)
        {
            if (!Apply(table, changes[index]))
            {
                undo.Run();
                release.Run();
                return index;
            }
        }

        release.Run();
        return null;
    }

    public void Dispose()
    {
        foreach (var statement in new[] { insert, replace, upsert, delete, deleteVersion, savepoint, release, undo })
        {
            statement.Dispose();
        }
    }
}
