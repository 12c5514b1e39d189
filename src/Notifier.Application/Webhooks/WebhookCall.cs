using NodaTime;

namespace Notifier.Application.Webhooks;

/// <summary>A provider's request as it came, before anything of it is believed.</summary>
public sealed record WebhookCall
{
    /// <summary>With its question mark, exactly as it came; empty: none.</summary>
    public required string Query { get; init; }

    public required string ContentType { get; init; }

    /// <summary>The value of a header; null when it is not there or there twice.</summary>
    public required Func<string, string?> Header { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public required Instant ReceivedAt { get; init; }
}
