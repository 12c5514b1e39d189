using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Adapters.ServiceBus;

/// <summary>
/// The dead letters of a namespace's queues. The REST API cannot look at a message without locking it, so those that were
/// listed stay locked until they are put back or this is disposed of (or, at worst, until their locks run out).
/// </summary>
public sealed class ServiceBusDeadLetters : ISetAsideMessages, IAsyncDisposable
{
    private readonly LockedMessages messages;
    private readonly IQueueSender sender;
    private readonly ConcurrentDictionary<string, (string Queue, LockedMessage Message)> held = new(StringComparer.Ordinal);

    private ServiceBusDeadLetters(LockedMessages messages, IQueueSender sender) => (this.messages, this.sender) = (messages, sender);

    /// <param name="options">Which namespace.</param>
    /// <param name="sender">Sends to the same.</param>
    /// <param name="clock">Dates signatures.</param>
    public static ServiceBusDeadLetters Open(ServiceBusOptions options, IQueueSender sender, IClock clock) =>
        new(ServiceBusReceiver.Locked(options, clock), sender);

    public async IAsyncEnumerable<SetAsideMessage> ListAsync(
        string queue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        QueueRules.CheckName(queue);
        while (await messages.NextAsync(DeadLettersOf(queue), cancellationToken) is { } message)
        {
            var id = $"{queue}/{message.Sequence.ToString(CultureInfo.InvariantCulture)}";
            if (!held.TryAdd(id, (queue, message)))
            {
                // Its lock has run out while the others were listed: all of them have been seen.
                held[id] = (queue, message);
                yield break;
            }

            yield return new SetAsideMessage
            {
                Id = id,
                Queue = queue,
                MessageId = message.MessageId,
                Reason = message.Reason,
                DeliveryCount = message.DeliveryCount,
                SetAsideAt = message.EnqueuedAt,
                Body = message.Body,
            };
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// On the queue before it leaves the dead letters, so it cannot be lost; and under another id, because the queue drops
    /// a second message with an id that it remembers. Whoever handles it may see it twice, as any message.
    /// </remarks>
    public async Task<bool> PutBackAsync(SetAsideMessage message, CancellationToken cancellationToken)
    {
        if (!held.TryRemove(message.Id, out var locked))
        {
            return false;
        }

        await sender.SendAsync(
            message.Queue, [new QueueMessage { MessageId = IdFor(locked.Message), Body = message.Body }], cancellationToken);
        try
        {
            await messages.CompleteAsync(DeadLettersOf(locked.Queue), message.MessageId, locked.Message.Place, cancellationToken);
            return true;
        }
        catch (MessageLockLostException)
        {
            // It is on its queue again, and among the dead letters too: the next listing shows it there.
            return false;
        }
    }

    /// <summary>Gives back what was listed and not put back.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var (id, (queue, message)) in held)
        {
            held.TryRemove(id, out _);
            try
            {
                await messages.GiveBackAsync(DeadLettersOf(queue), message.MessageId, message.Place, CancellationToken.None);
            }
            catch (MessageLockLostException)
            {
                // Given back already.
            }
        }
    }

    private static string DeadLettersOf(string queue) => $"{queue}/$DeadLetterQueue";

    private static string IdFor(LockedMessage message)
    {
        var number = $":again-{message.Sequence.ToString(CultureInfo.InvariantCulture)}";
        return message.MessageId[..Math.Min(message.MessageId.Length, QueueRules.MostIdCharacters - number.Length)] + number;
    }
}
