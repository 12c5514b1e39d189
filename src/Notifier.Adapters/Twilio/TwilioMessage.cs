using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Notifier.Adapters.Twilio;

/// <summary>The provider's message resource: what is read of it.</summary>
internal sealed record TwilioMessage
{
    public string? Sid { get; init; }

    public string? Status { get; init; }

    public string? To { get; init; }

    public string? Body { get; init; }

    /// <summary>RFC 2822.</summary>
    public string? DateCreated { get; init; }

    public string? NumSegments { get; init; }

    public string? Direction { get; init; }

    /// <summary>Of a message that failed.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Null when it is no such body.</summary>
    public static TwilioMessage? Read(ReadOnlyMemory<byte> body) => TwilioJson.Read(body, TwilioJson.Default.TwilioMessage);
}

/// <summary>The body of an answer that refuses: what is read of it.</summary>
internal sealed record TwilioError
{
    public int? Code { get; init; }
}

/// <summary>One page of the provider's list of messages.</summary>
internal sealed record TwilioPage
{
    public IReadOnlyList<TwilioMessage> Messages { get; init; } = [];

    /// <summary>Below the API's address; null or empty on the last page.</summary>
    public string? NextPageUri { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(TwilioMessage))]
[JsonSerializable(typeof(TwilioPage))]
[JsonSerializable(typeof(TwilioError))]
internal sealed partial class TwilioJson : JsonSerializerContext
{
    /// <summary>Null when the body is no such thing: a gateway's own page; the status then has to do.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.IsEmpty ? null : JsonSerializer.Deserialize(body.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
