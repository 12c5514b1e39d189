using NodaTime;

namespace Notifier.Application.Queues;

/// <summary>A message to a queue.</summary>
public sealed record QueueMessage
{
    /// <summary>ASCII. A second message with this id within the queue's memory (ten minutes at least) is dropped.</summary>
    public required string MessageId { get; init; }

    /// <summary>UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>It is delivered at this moment or later; null: at once.</summary>
    public Instant? NotBefore { get; init; }
}
