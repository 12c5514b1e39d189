using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Notifier.Application.Alarms;
using Notifier.Application.Queues;

namespace Notifier.Adapters.Sqlite;

/// <summary>The queues of a store; a queue exists as soon as it has a message.</summary>
public sealed class SqliteQueues : IQueueSender, IQueueReceiver, ISetAsideMessages, IQueueAges
{
    private readonly WriteThread writes;
    private readonly ReaderPool readers;
    private readonly IClock clock;

    internal SqliteQueues(WriteThread writes, ReaderPool readers, IClock clock) =>
        (this.writes, this.readers, this.clock) = (writes, readers, clock);

    public Task SendAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        if (messages.Count == 0)
        {
            return Task.CompletedTask;
        }

        var rows = messages.Select(Row).ToArray();
        return writes.WriteAsync(writer => writer.Queues.Send(queue, rows), cancellationToken);
    }

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, int most, Instant now, Duration lockFor, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        cancellationToken.ThrowIfCancellationRequested();

        // Asking an empty queue costs no write.
        while (readers.Read(reader => reader.HasMessage(queue, now)))
        {
            // Not given up half-way: a message received must reach the caller.
            var received = await writes.WriteAsync(
                writer => writer.Queues.Receive(queue, most, now, lockFor), CancellationToken.None);
            if (received.Count > 0)
            {
                return received;
            }
        }

        return [];
    }

    public async Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        var token = LockToken.Parse(message.LockToken);
        Require(message, await writes.WriteAsync(writer => writer.Queues.Complete(token), cancellationToken));
    }

    public async Task<bool> AbandonAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken)
    {
        var token = LockToken.Parse(message.LockToken);
        var (held, setAside) = await writes.WriteAsync(writer => writer.Queues.Abandon(token, reason), cancellationToken);
        Require(message, held);
        return setAside;
    }

    public async Task SetAsideAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken)
    {
        var token = LockToken.Parse(message.LockToken);
        Require(message, await writes.WriteAsync(writer => writer.Queues.SetAside(token, reason), cancellationToken));
    }

    public async IAsyncEnumerable<SetAsideMessage> ListAsync(
        string queue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        var after = 0L;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = after;
            var page = readers.Read(reader => reader.SetAside(queue, from));
            foreach (var row in page)
            {
                yield return Message(queue, row);
            }

            if (page.Count == 0)
            {
                break;
            }

            after = page[^1].Sequence;
        }

        await Task.CompletedTask;
    }

    public Task<string?> OldestAsync(string queue, CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        var now = Moments.Floor(clock.GetCurrentInstant());
        return Task.FromResult(readers.Read(reader => reader.Oldest(queue, now))?.ToString(CultureInfo.InvariantCulture));
    }

    public Task<bool> PutBackAsync(SetAsideMessage message, CancellationToken cancellationToken)
    {
        var sequence = long.Parse(message.Id, CultureInfo.InvariantCulture);
        return writes.WriteAsync(writer => writer.Queues.PutBack(sequence), cancellationToken);
    }

    private static SentRow Row(QueueMessage message)
    {
        QueueRules.Check(message);
        var notBefore = message.NotBefore is { } moment ? Moments.Ceiling(moment) : Moments.AtOnce;
        return new SentRow(message.MessageId, message.Body.ToArray(), notBefore);
    }

    private static SetAsideMessage Message(string queue, SetAsideRow row) => new()
    {
        Id = row.Sequence.ToString(CultureInfo.InvariantCulture),
        Queue = queue,
        MessageId = row.MessageId,
        Reason = row.Reason,
        DeliveryCount = row.Deliveries,
        SetAsideAt = row.SetAsideAt,
        Body = row.Body,
    };

    private static void Require(ReceivedMessage message, bool held)
    {
        if (!held)
        {
            throw new MessageLockLostException(message.Queue, message.MessageId);
        }
    }
}
