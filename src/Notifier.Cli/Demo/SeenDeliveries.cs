using System.Collections.Concurrent;
using Notifier.Application.Delivery.Attempts;
using Notifier.Delivery;

namespace Notifier.Cli.Demo;

/// <summary>Lets every attempt through to the outbox and keeps what was accepted, so that the demo can show it.</summary>
public sealed class SeenDeliveries(IDeliveryChannel outbox) : IDeliveryChannel
{
    private readonly ConcurrentQueue<OutgoingMessage> accepted = new();

    /// <summary>In the order in which they were accepted.</summary>
    public IReadOnlyCollection<OutgoingMessage> Accepted => accepted;

    public async Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var outcome = await outbox.DeliverAsync(message, cancellationToken);
        if (outcome.Kind is DeliveryOutcomeKind.Accepted or DeliveryOutcomeKind.Delivered)
        {
            accepted.Enqueue(message);
        }

        return outcome;
    }

    public Task<DeliveryOutcome> FindAsync(LostAttempt attempt, CancellationToken cancellationToken) =>
        outbox.FindAsync(attempt, cancellationToken);
}
