using System.Text.Json;
using NodaTime;
using Notifier.Application.Json;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Delivery;

namespace Notifier.Application.Delivery.Receipts;

/// <summary>Body of a message on <see cref="QueueNames.DeliveryEvents"/>: what a provider reports about an attempt.</summary>
public sealed record DeliveryEvent
{
    /// <summary>The provider's id of this report, or one derived from its content: a repeated report is known by it.</summary>
    public required string EventId { get; init; }

    /// <summary>As it was carried to the provider and back.</summary>
    public required string AttemptId { get; init; }

    /// <summary>Accepted, Sent, Delivered, Failed or NotSent.</summary>
    public required NoticeState State { get; init; }

    public string? ProviderId { get; init; }

    /// <summary>The provider's code or a short phrase, without names, addresses or message text.</summary>
    public string Reason { get; init; } = "";

    public required Instant At { get; init; }

    /// <summary>The address must not be written to any more: a hard bounce, a STOP, a number that takes no texts.</summary>
    public bool EndsAddress { get; init; }

    /// <summary>The account or its sender was refused, not the message: a person must mend it.</summary>
    public bool NeedsSetup { get; init; }

    /// <exception cref="JsonException">The body is not a delivery event: set it aside.</exception>
    public static DeliveryEvent Read(ReadOnlyMemory<byte> body) =>
        StoredValue.Read(body.Span, DeliveryJson.Default.DeliveryEvent)
        ?? throw new JsonException("The body is null where a delivery event is expected.");

    public QueueMessage ToMessage() =>
        new()
        {
            MessageId = StableId.Of(AttemptId, EventId),
            Body = JsonSerializer.SerializeToUtf8Bytes(this, DeliveryJson.Default.DeliveryEvent),
        };
}
