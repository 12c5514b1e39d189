using Microsoft.Data.Sqlite;

namespace Notifier.Adapters.Sqlite;

/// <summary>The queues' statements, prepared once for the connection that writes.</summary>
internal sealed class QueueStatements(SqliteConnection connection) : IDisposable
{
    // $3 now, $4 the window. It changes no row when the id was sent within the window: a duplicate.
    public Statement RememberId { get; } = new(
        connection,
        "INSERT INTO queue_message_ids (queue, message_id, sent_at) VALUES ($1, $2, $3) "
        + "ON CONFLICT DO UPDATE SET sent_at = excluded.sent_at WHERE abs(excluded.sent_at - sent_at) >= $4");

    // Also those from the future: the clock was set back.
    public Statement ForgetIds { get; } = new(
        connection, "DELETE FROM queue_message_ids WHERE sent_at <= $1 OR sent_at >= $2");

    public Statement Add { get; } = new(
        connection,
        "INSERT INTO queue_messages (queue, message_id, body, not_before, available_at) VALUES ($1, $2, $3, $4, $4)");

    public Statement Available { get; } = new(
        connection,
        "SELECT sequence, message_id, body, deliveries FROM queue_messages WHERE queue = $1 AND available_at <= $2 "
        + "ORDER BY available_at, sequence LIMIT $3");

    public Statement Lock { get; } = new(
        connection,
        "UPDATE queue_messages SET available_at = $2, deliveries = deliveries + 1, locked_in_session = $3 "
        + "WHERE sequence = $1");

    public Statement Complete { get; } = new(
        connection,
        "DELETE FROM queue_messages WHERE sequence = $1 AND locked_in_session = $2 AND deliveries = $3");

    public Statement GiveBack { get; } = new(
        connection,
        "UPDATE queue_messages SET available_at = not_before, locked_in_session = NULL "
        + "WHERE sequence = $1 AND locked_in_session = $2 AND deliveries = $3");

    // A delivery that ended with the process is a death, not a failed delivery.
    public Statement ReleaseAll { get; } = new(
        connection,
        "UPDATE queue_messages SET available_at = not_before, locked_in_session = NULL, "
        + "deliveries = deliveries - 1, deaths = deaths + 1 WHERE locked_in_session IS NOT NULL");

    public Statement Deadly { get; } = new(connection, "SELECT sequence FROM queue_messages WHERE deaths >= $1");

    public Statement CopyAside { get; } = new(
        connection,
        "INSERT INTO queue_set_aside (queue, message_id, body, deliveries, reason, set_aside_at) "
        + "SELECT queue, message_id, body, deliveries, $2, $3 FROM queue_messages WHERE sequence = $1");

    public Statement Remove { get; } = new(connection, "DELETE FROM queue_messages WHERE sequence = $1");

    public Statement CopyBack { get; } = new(
        connection,
        "INSERT INTO queue_messages (queue, message_id, body, not_before, available_at) "
        + "SELECT queue, message_id, body, $2, $2 FROM queue_set_aside WHERE sequence = $1");

    public Statement RemoveAside { get; } = new(connection, "DELETE FROM queue_set_aside WHERE sequence = $1");

    public void Dispose()
    {
        foreach (var statement in new[]
        {
            RememberId, ForgetIds, Add, Available, Lock, Complete, GiveBack, ReleaseAll, Deadly, CopyAside, Remove,
            CopyBack, RemoveAside,
        })
        {
            statement.Dispose();
        }
    }
}
