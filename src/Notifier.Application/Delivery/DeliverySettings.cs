using NodaTime;
using Notifier.Application.Delivery.Paces;

namespace Notifier.Application.Delivery;

/// <summary>How long one attempt may take, and when an open one is looked into.</summary>
public sealed record DeliverySettings
{
    /// <summary>A channel that has not answered by then is no longer waited for: the outcome is unknown.</summary>
    public Duration AttemptTimeOut { get; init; } = Duration.FromSeconds(30);

    /// <summary>An attempt younger than this may still be under way in another process.</summary>
    public Duration SettleAfter { get; init; } = Duration.FromMinutes(10);

    /// <summary>A provider that has not said by then what it has of an attempt is asked again at the next sweep.</summary>
    public Duration LookTimeOut { get; init; } = Duration.FromMinutes(1);

    /// <summary>Null: texts go out as fast as they come.</summary>
    public TextRate? TextRate { get; init; }
}
