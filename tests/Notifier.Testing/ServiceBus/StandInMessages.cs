using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Testing.ServiceBus;

/// <summary>
/// Reads what was sent, by the documents of Service Bus alone:
/// <see href="https://learn.microsoft.com/rest/api/servicebus/send-message-batch"/>.
/// </summary>
internal static class StandInMessages
{
    private const int MostRequestBytes = 256 * 1024;
    private const int MostHeaderBytes = 64 * 1024;
    private const string Batch = "application/vnd.microsoft.servicebus.json";

    private static readonly HashSet<string> HttpsOwn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Authorization", "BrokerProperties", "Connection", "Content-Length", "Content-Type", "Host", "User-Agent",
        "Transfer-Encoding", "x-ms-client-request-id", "x-ms-return-client-request-id",
    };

    public static IReadOnlyList<StandInMessage> Read(IHeaderDictionary headers, byte[] body)
    {
        var headerBytes = headers.Sum(header => header.Key.Length + header.Value.ToString().Length + 4);
        if (headerBytes > MostHeaderBytes || body.Length + headerBytes > MostRequestBytes)
        {
            throw new StandInRefusal(403, "MessageSizeExceeded");
        }

        try
        {
            // Anything behind the type, a charset for example, makes it an ordinary message.
            return headers.ContentType.ToString() == Batch ? Several(body) : [One(headers, body)];
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new StandInRefusal(400, bad.Message);
        }
    }

    private static StandInMessage One(IHeaderDictionary headers, byte[] body)
    {
        using var broker = JsonDocument.Parse(headers["BrokerProperties"].ToString() is { Length: > 0 } text ? text : "{}");
        var properties = headers.Where(header => !HttpsOwn.Contains(header.Key))
            .ToDictionary(header => header.Key, header => Unquoted(header.Value.ToString()), StringComparer.OrdinalIgnoreCase);
        return new StandInMessage(Message(broker.RootElement, body), properties);
    }

    private static List<StandInMessage> Several(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return
        [
            .. json.RootElement.EnumerateArray().Select(item => new StandInMessage(
                Message(
                    item.TryGetProperty("BrokerProperties", out var broker) ? broker : default,
                    Encoding.UTF8.GetBytes(item.GetProperty("Body").GetString()!)),
                item.TryGetProperty("UserProperties", out var own)
                    ? own.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString())
                    : [])),
        ];
    }

    private static QueueMessage Message(JsonElement broker, byte[] body) => new()
    {
        MessageId = Text(broker, "MessageId") is { Length: > 0 and <= 128 } id
            ? id
            : throw new StandInRefusal(400, "With duplicate detection a message has an id of 1 to 128 characters."),
        Body = body,
        NotBefore = Text(broker, "ScheduledEnqueueTimeUtc") is { } moment
            ? Instant.FromDateTimeOffset(DateTimeOffset.ParseExact(moment, "R", CultureInfo.InvariantCulture))
            : null,
    };

    private static string? Text(JsonElement properties, string name) =>
        properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Unquoted(string value) => value is ['"', .. var inner, '"'] ? inner : value;
}
