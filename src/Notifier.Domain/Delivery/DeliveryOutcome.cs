using NodaTime;

namespace Notifier.Delivery;

/// <summary>What became of one attempt at a provider.</summary>
/// <param name="Kind">What is certain.</param>
/// <param name="ProviderId">The provider's own id, when it gave one.</param>
/// <param name="Reason">A code or short phrase without names, addresses or message text.</param>
public sealed record DeliveryOutcome(DeliveryOutcomeKind Kind, string? ProviderId, string Reason)
{
    /// <summary>The provider asked to be left alone for so long; null: it did not say.</summary>
    public Duration? RetryAfter { get; init; }

    /// <summary>The address must not be written to any more: its person opted out, or it takes no such messages.</summary>
    public bool EndsAddress { get; init; }

    /// <summary>The account, not the message, was refused: nothing goes out until a person has mended it.</summary>
    public bool NeedsSetup { get; init; }

    public static DeliveryOutcome Accepted(string? providerId) => new(DeliveryOutcomeKind.Accepted, providerId, "accepted");

    public static DeliveryOutcome Delivered(string? providerId) => new(DeliveryOutcomeKind.Delivered, providerId, "delivered");

    public static DeliveryOutcome TryAgain(string reason) => new(DeliveryOutcomeKind.NotSentTryAgain, null, reason);

    public static DeliveryOutcome Never(string reason) => new(DeliveryOutcomeKind.NotSentNever, null, reason);

    public static DeliveryOutcome Unknown(string reason) => new(DeliveryOutcomeKind.Unknown, null, reason);
}
