using Notifier.Delivery;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>A provider, or the outbox folder that stands in for one.</summary>
public interface IDeliveryChannel
{
    /// <summary>Tries once. A refusal is an outcome, not an exception.</summary>
    Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Asks the provider what became of an attempt whose answer was lost.</summary>
    /// <returns>
    /// Accepted, Delivered, NotSentTryAgain (certain that it has nothing and never will), or Unknown (it cannot say, or not
    /// yet).
    /// </returns>
    Task<DeliveryOutcome> FindAsync(LostAttempt attempt, CancellationToken cancellationToken);
}
