using Notifier.Application.Queues;

namespace Notifier.Application.Webhooks;

/// <summary>What a provider's request says, or why it is refused.</summary>
public sealed record WebhookReading
{
    public required WebhookVerdict Verdict { get; init; }

    /// <summary>A short phrase for the log, without anything of the request's contents.</summary>
    public string Reason { get; init; } = "";

    /// <summary>For <see cref="QueueNames.DeliveryEvents"/>; may be empty: nothing that concerns a notice.</summary>
    public IReadOnlyList<QueueMessage> Messages { get; init; } = [];

    public static WebhookReading Taken(IReadOnlyList<QueueMessage> messages, string reason = "") =>
        new() { Verdict = WebhookVerdict.Taken, Messages = messages, Reason = reason };

    public static WebhookReading Forged(string reason) => new() { Verdict = WebhookVerdict.Forged, Reason = reason };

    public static WebhookReading Malformed(string reason) => new() { Verdict = WebhookVerdict.Malformed, Reason = reason };
}
