using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using Notifier.Application.Alarms;
using Notifier.Application.Queues;

namespace Notifier.Testing;

/// <summary>
/// The queues in memory, with what a real one does: ids remembered for ten minutes, not-before, locks that run out,
/// set aside with the reason after too many deliveries.
/// </summary>
public sealed class InMemoryQueues(IClock clock) : IQueueSender, IQueueReceiver, ISetAsideMessages, IQueueAges
{
    private static readonly Duration Memory = QueueRules.Default.DuplicateWindow;

    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];
    private readonly Dictionary<(string Queue, string MessageId), Instant> seen = [];
    private readonly List<SetAsideMessage> setAside = [];
    private long lastLock;
    private long lastSetAside;

    /// <summary>After so many failed deliveries a message is set aside.</summary>
    public int MostDeliveries { get; init; } = QueueRules.Default.MostDeliveries;

    /// <summary>Runs before every call (<c>send</c>, <c>receive</c>, ... and the queue's name); throw in it to play a crash.</summary>
    public Action<string, string>? BeforeCall { get; set; }

    /// <summary>Runs after messages were taken and before their sender hears of it.</summary>
    public Action<string, string>? AfterSend { get; set; }

    public IReadOnlyList<SetAsideMessage> SetAside
    {
        get
        {
            lock (gate)
            {
                return [.. setAside];
            }
        }
    }

    /// <summary>The bodies still on a queue, locked or not, in the order they were sent, as text.</summary>
    public IReadOnlyList<string> Bodies(string queue)
    {
        lock (gate)
        {
            return [.. waiting.Where(item => item.Queue == queue).Select(item => Encoding.UTF8.GetString(item.Message.Body.Span))];
        }
    }

    /// <summary>The messages still on a queue, locked or not, in the order they were sent.</summary>
    public IReadOnlyList<QueueMessage> Messages(string queue)
    {
        lock (gate)
        {
            return [.. waiting.Where(item => item.Queue == queue).Select(item => item.Message)];
        }
    }

    public Task SendAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        QueueRules.CheckName(queue);
        foreach (var message in messages)
        {
            QueueRules.Check(message);
        }

        BeforeCall?.Invoke("send", queue);
        var now = clock.GetCurrentInstant();
        lock (gate)
        {
            foreach (var message in messages)
            {
                // A moment in the future means that the clock was set back.
                if (!seen.TryGetValue((queue, message.MessageId), out var at) || at + Memory <= now || now + Memory <= at)
                {
                    seen[(queue, message.MessageId)] = now;
                    waiting.Add(new Waiting(queue, message with { Body = message.Body.ToArray() }));
                }
            }
        }

        AfterSend?.Invoke("send", queue);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, int most, Instant now, Duration lockFor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BeforeCall?.Invoke("receive", queue);
        lock (gate)
        {
            foreach (var tired in waiting.Where(
                item => item.Queue == queue && item.FreeAt(now) && item.Deliveries >= MostDeliveries).ToList())
            {
                SetItemAside(tired, $"Delivered {tired.Deliveries} times, and its lock ran out each time.");
            }

            var received = new List<ReceivedMessage>();
            foreach (var item in waiting.Where(item => item.Queue == queue && item.FreeAt(now)).Take(most))
            {
                item.LockedUntil = now + lockFor;
                item.LockToken = $"lock-{++lastLock}";
                item.Deliveries++;
                received.Add(new ReceivedMessage
                {
                    Queue = queue,
                    MessageId = item.Message.MessageId,
                    LockToken = item.LockToken,
                    DeliveryCount = item.Deliveries,
                    Body = item.Message.Body,
                });
            }

            return Task.FromResult<IReadOnlyList<ReceivedMessage>>(received);
        }
    }

    public Task<string?> OldestAsync(string queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BeforeCall?.Invoke("oldest", queue);
        var now = clock.GetCurrentInstant();
        lock (gate)
        {
            return Task.FromResult(waiting.FirstOrDefault(item => item.Queue == queue && item.FreeAt(now))?.Message.MessageId);
        }
    }

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken) =>
        End("complete", message, item => waiting.Remove(item));

    /// <summary>Keeps the lock until a later moment.</summary>
    public Task RenewAsync(ReceivedMessage message, Instant until) => End("renew", message, item => item.LockedUntil = until);

    public async Task<bool> AbandonAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken)
    {
        var last = message.DeliveryCount >= MostDeliveries;
        await End("abandon", message, item =>
        {
            item.LockToken = "";
            item.LockedUntil = Instant.MinValue;
            if (last)
            {
                SetItemAside(item, reason);
            }
        });
        return last;
    }

    public Task SetAsideAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken) =>
        End("setAside", message, item => SetItemAside(item, reason));

    public async IAsyncEnumerable<SetAsideMessage> ListAsync(
        string queue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var message in SetAside.Where(message => message.Queue == queue))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return message;
        }

        await Task.CompletedTask;
    }

    public Task<bool> PutBackAsync(SetAsideMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (setAside.RemoveAll(aside => aside.Id == message.Id) == 0)
            {
                return Task.FromResult(false);
            }

            waiting.Add(new Waiting(message.Queue, new QueueMessage { MessageId = message.MessageId, Body = message.Body }));
            return Task.FromResult(true);
        }
    }

    /// <summary>A message that was set aside goes for good.</summary>
    public void Forget(SetAsideMessage message)
    {
        lock (gate)
        {
            setAside.RemoveAll(aside => aside.Id == message.Id);
        }
    }

    private void SetItemAside(Waiting item, string reason)
    {
        waiting.Remove(item);
        setAside.Add(new SetAsideMessage
        {
            Id = $"aside-{++lastSetAside}",
            Queue = item.Queue,
            MessageId = item.Message.MessageId,
            Reason = reason,
            DeliveryCount = item.Deliveries,
            SetAsideAt = clock.GetCurrentInstant(),
            Body = item.Message.Body,
        });
    }

    private Task End(string what, ReceivedMessage message, Action<Waiting> then)
    {
        BeforeCall?.Invoke(what, message.Queue);
        lock (gate)
        {
            // A lock that ran out and was given to somebody else no longer counts.
            var item = waiting.Find(item => item.LockToken == message.LockToken && item.Queue == message.Queue)
                ?? throw new MessageLockLostException(message.Queue, message.MessageId);
            then(item);
        }

        return Task.CompletedTask;
    }

    private sealed class Waiting(string queue, QueueMessage message)
    {
        public string Queue { get; } = queue;

        public QueueMessage Message { get; } = message;

        public string LockToken { get; set; } = "";

        public Instant LockedUntil { get; set; } = Instant.MinValue;

        public int Deliveries { get; set; }

        public bool FreeAt(Instant now) => LockedUntil <= now && (Message.NotBefore is not { } from || from <= now);
    }
}
