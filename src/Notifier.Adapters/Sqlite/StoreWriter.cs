using Microsoft.Data.Sqlite;
using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Adapters.Sqlite;

/// <summary>The connection that writes, with what may be done over it. Used by the write thread alone.</summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;

    public StoreWriter(SqliteConnection connection, IClock clock, QueueRules rules, bool isOwner)
    {
        this.connection = connection;
        begin = new Statement(connection, "BEGIN IMMEDIATE");
        commit = new Statement(connection, "COMMIT");
        rollback = new Statement(connection, "ROLLBACK");
        var session = StartSession();
        Tables = new TableWriter(connection, session);
        Queues = new QueueWriter(connection, session, clock, rules);
        if (isOwner)
        {
            InTransaction(() => Queues.ReleaseLocksOfEarlierSessions());
        }
    }

    public TableWriter Tables { get; }

    public QueueWriter Queues { get; }

    public void Begin() => begin.Run();

    public void Commit() => commit.Run();

    /// <summary>Undoes the transaction, unless SQLite already has (it does when the disk is full).</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            rollback.Run();
        }
    }

    public void Dispose()
    {
        begin.Dispose();
        commit.Dispose();
        rollback.Dispose();
        Tables.Dispose();
        Queues.Dispose();
        connection.Dispose();
    }

    private long StartSession()
    {
        using var count = new Statement(connection, "UPDATE sessions SET opened = opened + 1 RETURNING opened");
        using var row = count.Query();
        row.Read();
        return row.GetInt64(0);
    }

    private void InTransaction(Action work)
    {
        Begin();
        work();
        Commit();
    }
}
