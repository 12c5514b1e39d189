using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Adapters.ServiceBus;

/// <summary>
/// What the broker is told about a message:
/// <see href="https://learn.microsoft.com/rest/api/servicebus/message-headers-and-properties"/>.
/// </summary>
internal static class BrokerProperties
{
    public static JsonWriterOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, QueueMessage message)
    {
        json.WriteStartObject();
        json.WriteString("MessageId", message.MessageId);
        if (message.NotBefore is { } moment)
        {
            json.WriteString(
                "ScheduledEnqueueTimeUtc",
                WholeSecond(moment).ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }

    // The form has whole seconds; a message may come late by part of one, never early.
    private static Instant WholeSecond(Instant moment)
    {
        var second = Instant.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());
        return second < moment ? second + Duration.FromSeconds(1) : second;
    }
}
