namespace Notifier.Delivery;

/// <summary>What an attempt's answer makes certain.</summary>
public enum DeliveryOutcomeKind
{
    /// <summary>The provider took it.</summary>
    Accepted,

    /// <summary>It arrived, and nothing more will be heard of it: the outbox folder answers so.</summary>
    Delivered,

    /// <summary>Certain that nothing went out; a later try may succeed.</summary>
    NotSentTryAgain,

    /// <summary>Certain that nothing went out, and nothing will.</summary>
    NotSentNever,

    /// <summary>It may or may not have gone out.</summary>
    Unknown,
}
