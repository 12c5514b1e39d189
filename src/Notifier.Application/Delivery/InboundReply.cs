using System.Text.Json;
using NodaTime;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Json;
using Notifier.Application.Queues;
using Notifier.Application.Storage;

namespace Notifier.Application.Delivery;

/// <summary>
/// Body of a message on <see cref="QueueNames.DeliveryEvents"/>, beside <see cref="DeliveryEvent"/>: what a person wrote
/// back. Ask <see cref="IsIn"/> which of the two a body is.
/// </summary>
public sealed record InboundReply
{
    private const string KindName = "inboundReply";

    /// <summary>Tells this body from a delivery event, which has no kind.</summary>
    public string Kind { get; init; } = KindName;

    /// <summary>The provider's id of the reply: a repeated one is known by it.</summary>
    public required string ProviderId { get; init; }

    /// <summary>The number that wrote, E.164.</summary>
    public required string From { get; init; }

    /// <summary>Our number, E.164.</summary>
    public required string To { get; init; }

    /// <summary>As written, untrimmed. Never logged.</summary>
    public required string Text { get; init; }

    /// <summary>When it reached us.</summary>
    public required Instant At { get; init; }

    /// <summary>
    /// <c>STOP</c>, <c>START</c> or <c>HELP</c> when the provider took it so, and answered, itself; otherwise empty.
    /// </summary>
    public string AnsweredByProviderAs { get; init; } = "";

    /// <summary>Pictures and the like that came with it, which are not fetched.</summary>
    public int Attachments { get; init; }

    /// <exception cref="JsonException">The body is not JSON: set it aside.</exception>
    public static bool IsIn(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("kind", out var kind)
            && kind.ValueKind == JsonValueKind.String
            && kind.ValueEquals(KindName);
    }

    /// <exception cref="JsonException">The body is not an inbound reply: set it aside.</exception>
    public static InboundReply Read(ReadOnlyMemory<byte> body) =>
        StoredValue.Read(body.Span, DeliveryJson.Default.InboundReply)
        ?? throw new JsonException("The body is null where an inbound reply is expected.");

    public QueueMessage ToMessage() =>
        new()
        {
            MessageId = StableId.Of(KindName, ProviderId),
            Body = JsonSerializer.SerializeToUtf8Bytes(this, DeliveryJson.Default.InboundReply),
        };
}
