using NodaTime;
using Notifier.Application.Storage;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>An attempt whose answer was lost, with everything by which a provider may still know it.</summary>
public sealed record LostAttempt
{
    public required string AttemptId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Where it went; empty when that address is not on file any more, so that nothing can be asked by it.</summary>
    public required string Address { get; init; }

    /// <summary>What <see cref="HashOf"/> gave of its words, which themselves are not kept.</summary>
    public required string TextHash { get; init; }

    public required Instant StartedAt { get; init; }

    /// <summary>
    /// Whether a message of the provider may be this attempt's: false when it is another's. True claims it.
    /// </summary>
    public required Func<string, CancellationToken, Task<bool>> ClaimAsync { get; init; }

    /// <summary>The same for the same words, white space at either end aside, which a provider may drop.</summary>
    public static string HashOf(string text) => StableId.Of(text.Trim());
}
