using System.Text.Json;
using Azure;
using NodaTime;
using Notifier.Adapters.AzureRest;

namespace Notifier.Adapters.ServiceBus;

/// <summary>
/// A message as it comes under a lock:
/// <see href="https://learn.microsoft.com/rest/api/servicebus/peek-lock-message-non-destructive-read"/>.
/// </summary>
internal sealed record LockedMessage
{
    public required long Sequence { get; init; }

    public required string LockToken { get; init; }

    public required string MessageId { get; init; }

    public required int DeliveryCount { get; init; }

    public required Instant EnqueuedAt { get; init; }

    /// <summary>Why a dead letter is one, in the broker's words; empty elsewhere.</summary>
    public required string Reason { get; init; }

    public required string? TraceParent { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Where it is completed or given back, below the queue's address.</summary>
    public string Place => $"messages/{Sequence}/{LockToken}";

    public static async ValueTask<LockedMessage> ReadAsync(Response answer, CancellationToken cancellationToken)
    {
        using var body = await AnswerBody.ReadAsync(answer, cancellationToken);
        using var broker = JsonDocument.Parse(Header(answer, "BrokerProperties") ?? "{}");
        var properties = broker.RootElement;
        return new()
        {
            Sequence = properties.GetProperty("SequenceNumber").GetInt64(),
            LockToken = properties.GetProperty(nameof(LockToken)).GetString()!,
            MessageId = properties.GetProperty(nameof(MessageId)).GetString()!,
            DeliveryCount = properties.TryGetProperty(nameof(DeliveryCount), out var count) ? count.GetInt32() : 1,
            EnqueuedAt = properties.TryGetProperty("EnqueuedTimeUtc", out var at)
                && DateTimeOffset.TryParse(at.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var moment)
                    ? Instant.FromDateTimeOffset(moment)
                    : default,
            Reason = string.Join(
                ": ",
                new[] { Text(answer, "DeadLetterReason"), Text(answer, "DeadLetterErrorDescription") }.Where(text => text is not null)),
            TraceParent = MessageTrace.Properties.Select(name => Text(answer, name)).FirstOrDefault(text => text is not null),
            Body = body.Span.ToArray(),
        };
    }

    // Text properties stand in quotes.
    private static string? Text(Response answer, string name) => Header(answer, name)?.Trim('"');

    private static string? Header(Response answer, string name) => answer.Headers.TryGetValue(name, out var value) ? value : null;
}
