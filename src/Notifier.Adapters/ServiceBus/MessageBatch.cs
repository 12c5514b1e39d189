using System.Text.Json;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Queues;

namespace Notifier.Adapters.ServiceBus;

/// <summary>
/// Several messages in one request, taken all or none:
/// <see href="https://learn.microsoft.com/rest/api/servicebus/send-message-batch"/>.
/// </summary>
internal sealed class MessageBatch : IDisposable
{
    /// <summary>With a charset behind it the whole body would be taken for one message.</summary>
    public const string ContentType = "application/vnd.microsoft.servicebus.json";

    /// <summary>Service Bus takes 256 KB a request; some is left for what it adds to each message.</summary>
    public const int MostBytes = 240_000;

    // What the broker counts for a message beside what is sent.
    private const int Overhead = 64;

    public PooledBuffer Body { get; } = new();

    public int Count { get; private set; }

    /// <returns>False when the message no longer fits, or cannot be part of any batch: it is not in it then.</returns>
    public bool TryAdd(QueueMessage message)
    {
        // A body in a batch is text.
        if (!System.Text.Unicode.Utf8.IsValid(message.Body.Span))
        {
            return false;
        }

        var before = Body.Length;
        Body.Append(Count == 0 ? "["u8 : ","u8);
        Write(message);
        if (Body.Length + "]"u8.Length + ((Count + 1) * Overhead) > MostBytes)
        {
            Body.CutTo(before);
            return false;
        }

        Count++;
        return true;
    }

    public void Close() => Body.Append("]"u8);

    public void Dispose() => Body.Dispose();

    private void Write(QueueMessage message)
    {
        using var json = new Utf8JsonWriter(Body, BrokerProperties.Plain);
        json.WriteStartObject();
        json.WriteString("Body"u8, message.Body.Span);
        json.WritePropertyName("BrokerProperties"u8);
        BrokerProperties.Write(json, message);
        if (MessageTrace.Current is { } trace)
        {
            json.WriteStartObject("UserProperties"u8);
            foreach (var property in MessageTrace.Properties)
            {
                json.WriteString(property, trace);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
