using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Notifier.Testing.Providers;

/// <summary>SendGrid's mail send as far as it is used, as strict as the provider about what it is sent.</summary>
public sealed class FakeSendGrid : FakeProvider, IDisposable
{
    public const string ApiKey = "SG.key-for-tests";
    public const string EventPath = "/webhooks/sendgrid/events";

    private static readonly string[] KnownFields =
        ["personalizations", "from", "reply_to", "subject", "content", "attachments", "categories", "mail_settings", "tracking_settings"];

    private readonly IClock clock;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Lock signing = new();
    private int count;
    private int events;

    public FakeSendGrid(IClock clock) => this.clock = clock;

    /// <summary>As the provider shows it in its settings.</summary>
    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public override bool IsSend(FakeRequest request) => request.Path == "/v3/mail/send";

    public override FakeResponse Answer(FakeRequest request)
    {
        if (request.Header("Authorization") != $"Bearer {ApiKey}")
        {
            return Refusal(401, 0, "The provided authorization grant is invalid, expired, or revoked");
        }

        if (request.Path != "/v3/mail/send" || request.Method != "POST")
        {
            return Refusal(404, 0, "not found");
        }

        using var json = JsonDocument.Parse(request.Body);
        var root = json.RootElement;
        if (WhatIsWrong(request, root) is { } wrong)
        {
            return Complain(0, wrong);
        }

        var personal = root.GetProperty("personalizations")[0];
        var message = new FakeMessage
        {
            Id = $"mail{Interlocked.Increment(ref count):D8}",
            AttemptId = personal.GetProperty("custom_args").GetProperty("notifierAttempt").GetString()!,
            To = personal.GetProperty("to")[0].GetProperty("email").GetString()!,
            Text = root.GetProperty("content")[0].GetProperty("value").GetString()!,
            Calendar = root.TryGetProperty("attachments", out var files)
                ? Encoding.UTF8.GetString(files[0].GetProperty("content").GetBytesFromBase64()) : null,
            CreatedAt = clock.GetCurrentInstant(),
            Request = request.Text,
        };
        message = message with { Fate = Fate?.Invoke(message.To) ?? ["processed", "delivered"] };
        if (root.GetProperty("mail_settings").GetProperty("sandbox_mode").GetProperty("enable").GetBoolean())
        {
            return new FakeResponse(200);
        }

        Take(message, Reports(message));
        return new FakeResponse(202) { Headers = new Dictionary<string, string> { ["X-Message-Id"] = message.Id } };
    }

    /// <summary>A list of events, signed at this moment.</summary>
    public FakeReport Sign(string eventsJson)
    {
        var timestamp = clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = Encoding.UTF8.GetBytes(eventsJson);
        byte[] signature;
        lock (signing)
        {
            signature = key.SignData(
                [.. Encoding.ASCII.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }

        return new FakeReport
        {
            Path = EventPath,
            ContentType = "application/json",
            Body = body,
            Headers = new Dictionary<string, string>
            {
                ["X-Twilio-Email-Event-Webhook-Signature"] = Convert.ToBase64String(signature),
                ["X-Twilio-Email-Event-Webhook-Timestamp"] = timestamp,
            },
        };
    }

    /// <summary>One event as the provider writes it.</summary>
    public string Event(string attemptId, string messageId, string name, string more = "") =>
        $"{{\"email\":\"somebody@example.org\",\"timestamp\":{clock.GetCurrentInstant().ToUnixTimeSeconds()},\"event\":\"{name}\","
        + $"\"sg_event_id\":\"event{Interlocked.Increment(ref events):D8}\",\"sg_message_id\":\"{messageId}.filter0001.1-0\","
        + $"\"category\":[\"notifier\"],\"notifierAttempt\":\"{attemptId}\"{more}}}";

    public void Dispose() => key.Dispose();

    private IEnumerable<FakeReport> Reports(FakeMessage message)
    {
        for (var step = 0; step < message.Fate.Count; step++)
        {
            // "bounce:blocked" is an event with its type.
            var (name, more) = message.Fate[step].Split(':') is [var word, var type]
                ? (word, $",\"type\":\"{type}\",\"status\":\"5.1.1\"") : (message.Fate[step], "");
            yield return Sign($"[{Event(message.AttemptId, message.Id, name, more)}]") with
            {
                MessageId = message.Id,
                IsFinal = step == message.Fate.Count - 1,
            };
        }
    }

    private static string? WhatIsWrong(FakeRequest request, JsonElement root)
    {
        if (request.Header("Content-Type") != "application/json")
        {
            return "the body is no JSON";
        }

        if (root.EnumerateObject().FirstOrDefault(one => !KnownFields.Contains(one.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } strange)
        {
            return $"unknown field {strange.Name}";
        }

        var content = root.GetProperty("content").EnumerateArray().ToList();
        var types = string.Join(' ', content.Select(part => part.GetProperty("type").GetString()));
        return root.GetProperty("personalizations").GetArrayLength() != 1
            || root.GetProperty("personalizations")[0].GetProperty("to").GetArrayLength() != 1 ? "one recipient is allowed here"
            : root.GetProperty("from").GetProperty("email").GetString() is not { Length: > 0 } ? "no sender"
            : root.GetProperty("subject").GetString() is not { Length: > 0 } ? "no subject"
            : types is not ("text/plain" or "text/plain text/html") ? $"the parts are {types}"
            : content.Exists(part => part.GetProperty("value").GetString() is not { Length: > 0 }) ? "an empty part"
            : root.TryGetProperty("attachments", out var files)
                && files.EnumerateArray().Any(file => file.GetProperty("type").GetString()!.Contains(';', StringComparison.Ordinal))
                ? "attachment type cannot contain ';'"
            : root.TryGetProperty("categories", out var categories) && categories.GetArrayLength() > 10 ? "too many categories"
            : Tracks(root) ? "tracking is on" : null;
    }

    private static bool Tracks(JsonElement root) =>
        !root.TryGetProperty("tracking_settings", out var tracking)
        || new[] { "click_tracking", "open_tracking", "subscription_tracking" }.Any(name =>
            !tracking.TryGetProperty(name, out var one) || one.GetProperty("enable").GetBoolean());

    protected override FakeResponse Refusal(int status, int code, string what) =>
        new(status, $"{{\"errors\":[{{\"message\":{JsonSerializer.Serialize(what)},\"field\":null,\"help\":null}}]}}");
}
