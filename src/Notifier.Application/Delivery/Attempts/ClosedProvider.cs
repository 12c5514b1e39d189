using Notifier.Delivery;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>A kind of message that this installation does not send: each is refused, so that the next channel opens.</summary>
public sealed class ClosedProvider(string why) : IDeliveryChannel
{
    public Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(DeliveryOutcome.Never(why));

    /// <summary>It may have been open when the attempt was made.</summary>
    public Task<DeliveryOutcome> FindAsync(LostAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(DeliveryOutcome.Unknown(why));
}
