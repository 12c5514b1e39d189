using NodaTime;

namespace Notifier.Application.Queues;

/// <summary>
/// Takes messages off a queue under a lock, as a Service Bus trigger does: completed on success, given back on failure,
/// set aside with the reason after too many deliveries.
/// </summary>
public interface IQueueReceiver
{
    /// <returns>Up to <paramref name="most"/> messages that may be delivered at <paramref name="now"/>; none: empty.</returns>
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, int most, Instant now, Duration lockFor, CancellationToken cancellationToken);

    Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken);

    /// <summary>Gives the message back at once, or sets it aside when it was delivered too often.</summary>
    /// <param name="message">The message as received.</param>
    /// <param name="reason">Why, without names, addresses or message text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True when it was set aside.</returns>
    Task<bool> AbandonAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken);

    /// <summary>Sets the message aside, body kept, where a person can see it and put it back.</summary>
    Task SetAsideAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken);
}
