using System.Globalization;
using System.Text.Json;
using NodaTime;
using Notifier.Application.Queues;
using Notifier.Application.Webhooks;

namespace Notifier.Adapters.SendGrid;

/// <summary>What the provider reports about mail on its way: many events in one request, at least once, in any order.</summary>
/// <remarks>https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event</remarks>
public sealed class SendGridEventsWebhook(SendGridSettings settings) : IProviderWebhook
{
    /// <summary>The provider tries again for a day; what is older was recorded once and is sent by somebody else.</summary>
    private static readonly Duration Oldest = Duration.FromHours(25);

    private static readonly Duration ClockDifference = Duration.FromMinutes(10);

    public string Path => "/webhooks/sendgrid/events";

    public int MostBodyBytes => 16 * 1024 * 1024;

    public (string ContentType, string Body)? Answer => null;

    public WebhookReading Read(WebhookCall call)
    {
        if (call.Header(SendGridSignature.TimeHeaderName) is not { Length: > 0 and <= 20 } timestamp
            || !SendGridSignature.IsValid(
                settings.EventPublicKey, call.Header(SendGridSignature.HeaderName), timestamp, call.Body))
        {
            return WebhookReading.Forged("signature");
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799
            || call.ReceivedAt - Instant.FromUnixTimeSeconds(seconds) > Oldest
            || Instant.FromUnixTimeSeconds(seconds) - call.ReceivedAt > ClockDifference)
        {
            return WebhookReading.Forged("too old");
        }

        try
        {
            using var json = JsonDocument.Parse(call.Body);
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? WebhookReading.Taken(Messages(json.RootElement, call.ReceivedAt))
                : WebhookReading.Malformed("not a list of events");
        }
        catch (JsonException)
        {
            return WebhookReading.Malformed("not JSON");
        }
    }

    private static List<QueueMessage> Messages(JsonElement events, Instant receivedAt)
    {
        var messages = new List<QueueMessage>(events.GetArrayLength());
        foreach (var one in events.EnumerateArray())
        {
            if (SendGridEvent.Read(one, receivedAt) is { } report)
            {
                messages.Add(report.ToMessage());
            }
        }

        return messages;
    }
}
