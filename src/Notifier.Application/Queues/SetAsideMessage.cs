using NodaTime;

namespace Notifier.Application.Queues;

/// <summary>A message that could not be handled, kept with the reason until a person decides.</summary>
public sealed record SetAsideMessage
{
    /// <summary>Opaque: identifies it among those set aside.</summary>
    public required string Id { get; init; }

    public required string Queue { get; init; }

    public required string MessageId { get; init; }

    /// <summary>Without names, addresses or message text.</summary>
    public required string Reason { get; init; }

    public required int DeliveryCount { get; init; }

    public required Instant SetAsideAt { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }
}
