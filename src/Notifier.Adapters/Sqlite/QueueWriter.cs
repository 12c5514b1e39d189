using Microsoft.Data.Sqlite;
using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Adapters.Sqlite;

/// <summary>Changes the queues, inside the write thread's transaction.</summary>
internal sealed class QueueWriter(SqliteConnection connection, long session, IClock clock, QueueRules rules) : IDisposable
{
    // A message that was in the hands of this many processes when they died is taken to be what kills them. Far above
    // the deliveries allowed, because innocent neighbours die with it.
    private const int MostDeaths = 50;

    private readonly QueueStatements sql = new(connection);
    private readonly long window = (long)rules.DuplicateWindow.TotalTicks;
    private long idsForgottenAt = long.MinValue;

    /// <returns>How many were not duplicates.</returns>
    public int Send(string queue, IReadOnlyList<SentRow> messages)
    {
        var now = Moments.Floor(clock.GetCurrentInstant());
        ForgetIds(now);
        var added = 0;
        foreach (var message in messages)
        {
            if (sql.RememberId.Run(queue, message.MessageId, now, window) == 1)
            {
                added += sql.Add.Run(queue, message.MessageId, message.Body, message.NotBefore);
            }
        }

        return added;
    }

    public IReadOnlyList<ReceivedMessage> Receive(string queue, int most, Instant now, Duration lockFor)
    {
        var lockedUntil = Moments.Ceiling(now + lockFor);
        var received = new List<ReceivedMessage>();
        foreach (var row in Available(queue, most, now))
        {
            if (row.Deliveries >= rules.MostDeliveries)
            {
                SetAside(row.Sequence, $"Delivered {row.Deliveries} times, and its lock ran out each time.");
                continue;
            }

            sql.Lock.Run(row.Sequence, lockedUntil, session);
            var token = new LockToken(row.Sequence, session, row.Deliveries + 1);
            received.Add(new ReceivedMessage
            {
                Queue = queue,
                MessageId = row.MessageId,
                LockToken = token.ToString(),
                DeliveryCount = token.Delivery,
                Body = row.Body,
            });
        }

        return received;
    }

    /// <returns>False when the lock was lost.</returns>
    public bool Complete(LockToken token) => sql.Complete.Run(token.Sequence, token.Session, token.Delivery) == 1;

    /// <summary>Gives it back, or sets it aside after the last delivery allowed.</summary>
    /// <returns>Whether the lock was held, and whether it was set aside.</returns>
    public (bool Held, bool SetAside) Abandon(LockToken token, string reason)
    {
        var last = token.Delivery >= rules.MostDeliveries;
        return (last ? SetAside(token, reason) : GiveBack(token), last);
    }

    /// <returns>False when the lock was lost.</returns>
    public bool SetAside(LockToken token, string reason)
    {
        if (!GiveBack(token))
        {
            return false;
        }

        SetAside(token.Sequence, reason);
        return true;
    }

    public bool PutBack(long sequence) =>
        sql.CopyBack.Run(sequence, Moments.AtOnce) == 1 && sql.RemoveAside.Run(sequence) == 1;

    /// <summary>This process holds the data folder alone, so whoever held these locks is dead.</summary>
    public void ReleaseLocksOfEarlierSessions()
    {
        sql.ReleaseAll.Run();
        var deadly = new List<long>();
        using (var rows = sql.Deadly.Query(MostDeaths))
        {
            while (rows.Read())
            {
                deadly.Add(rows.GetInt64(0));
            }
        }

        deadly.ForEach(sequence => SetAside(sequence, $"The process ended {MostDeaths} times while handling it."));
    }

    public void Dispose() => sql.Dispose();

    private bool GiveBack(LockToken token) => sql.GiveBack.Run(token.Sequence, token.Session, token.Delivery) == 1;

    private void SetAside(long sequence, string reason)
    {
        sql.CopyAside.Run(sequence, reason, Moments.Floor(clock.GetCurrentInstant()));
        sql.Remove.Run(sequence);
    }

    private List<AvailableRow> Available(string queue, int most, Instant now)
    {
        using var rows = sql.Available.Query(queue, Moments.Floor(now), most);
        var available = new List<AvailableRow>();
        while (rows.Read())
        {
            available.Add(new AvailableRow(
                rows.GetInt64(0), rows.GetString(1), rows.GetFieldValue<byte[]>(2), rows.GetInt32(3)));
        }

        return available;
    }

    // Not at every message: the memory may be up to a tenth longer than asked for, what counts is decided per id.
    private void ForgetIds(long now)
    {
        if (idsForgottenAt != long.MinValue && Math.Abs(now - idsForgottenAt) < window / 10)
        {
            return;
        }

        sql.ForgetIds.Run(now - window, now + window);
        idsForgottenAt = now;
    }
}
