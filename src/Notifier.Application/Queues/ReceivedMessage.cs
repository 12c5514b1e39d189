namespace Notifier.Application.Queues;

/// <summary>A message under a lock.</summary>
public sealed record ReceivedMessage
{
    public required string Queue { get; init; }

    public required string MessageId { get; init; }

    /// <summary>Opaque: identifies this delivery.</summary>
    public required string LockToken { get; init; }

    /// <summary>1 for the first delivery.</summary>
    public required int DeliveryCount { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The sender's activity (traceparent), where the queue carries it; null: it does not.</summary>
    public string? TraceParent { get; init; }
}
