using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>Two providers as one channel: emails to one, texts to the other.</summary>
public sealed class ChannelRouter(IDeliveryChannel emails, IDeliveryChannel texts) : IDeliveryChannel
{
    public Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        Of(message.Channel).DeliverAsync(message, cancellationToken);

    public Task<DeliveryOutcome> FindAsync(LostAttempt attempt, CancellationToken cancellationToken) =>
        Of(attempt.Channel).FindAsync(attempt, cancellationToken);

    private IDeliveryChannel Of(Channel channel) => channel switch
    {
        Channel.Email => emails,
        Channel.Sms => texts,
        _ => throw new InvalidOperationException($"No provider serves the channel {channel}."),
    };
}
