using System.Text.Json;
using NodaTime;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Storage;
using Notifier.Application.Webhooks;
using Notifier.Delivery;

namespace Notifier.Adapters.SendGrid;

/// <summary>One event as a report about one attempt.</summary>
internal static class SendGridEvent
{
    /// <summary>
    /// By event, and by its <c>type</c> where that matters. An event that is not here says nothing about arrival: an
    /// opening or a click is no evidence of it.
    /// </summary>
    public static IReadOnlyList<(string Event, string? Type, NoticeState State, bool EndsAddress)> Table { get; } =
    [
        ("processed", null, NoticeState.Accepted, false),
        ("deferred", null, NoticeState.Accepted, false),
        ("delivered", null, NoticeState.Delivered, false),
        // Refused for now: another channel takes over, the address stays.
        ("bounce", "blocked", NoticeState.Failed, false),
        ("bounce", null, NoticeState.Failed, true),
        // On one of the provider's lists already; it never left.
        ("dropped", null, NoticeState.NotSent, true),
        // It arrived; the person wants no more of them.
        ("spamreport", null, NoticeState.Delivered, true),
        ("unsubscribe", null, NoticeState.Delivered, true),
        ("group_unsubscribe", null, NoticeState.Delivered, true),
    ];

    /// <summary>Null: not about an attempt of ours, or of no meaning for it.</summary>
    public static DeliveryEvent? Read(JsonElement json, Instant receivedAt)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var (attemptId, name, type) = (Text(json, MailBody.AttemptField), Text(json, "event"), Text(json, "type"));
        var row = Table.FirstOrDefault(one => one.Event == name && (one.Type is null || one.Type == type));
        if (row.Event is null || !AttemptIdText.IsOne(attemptId))
        {
            return null;
        }

        var at = json.TryGetProperty("timestamp", out var time) && time.ValueKind == JsonValueKind.Number
            && time.TryGetInt64(out var seconds) && seconds is >= 0 and < 253_402_300_799
            ? Instant.FromUnixTimeSeconds(seconds)
            : receivedAt;
        return new DeliveryEvent
        {
            EventId = Text(json, "sg_event_id") is { Length: > 0 and <= 200 } id
                ? id
                : StableId.Of(name, attemptId, at.ToString(), Text(json, "attempt")),
            AttemptId = attemptId,
            State = row.State,
            ProviderId = ProviderId(json),
            Reason = Reason(json, name, type),
            At = at,
            EndsAddress = row.EndsAddress && !IsOurFault(json),
        };
    }

    // The first part is what the answer to the request named.
    private static string? ProviderId(JsonElement json) =>
        Text(json, "sg_message_id") is { Length: > 0 and <= 300 } id ? id.Split('.')[0] : null;

    // The provider's own words may quote the address; its name for the event, and the mail server's code, do not.
    private static string Reason(JsonElement json, string name, string type)
    {
        var status = Text(json, "status");
        var code = status.Length is > 0 and <= 9 && status.All(c => char.IsAsciiDigit(c) || c == '.') ? " " + status : "";
        var why = name == "dropped" && DropReasons.FirstOrDefault(one => Text(json, "reason").StartsWith(one, StringComparison.OrdinalIgnoreCase)) is { } known
            ? $": {known}"
            : "";
        return name + (name == "bounce" && type == "blocked" ? ", blocked" : "") + code + why;
    }

    private static bool IsOurFault(JsonElement json) =>
        Text(json, "event") == "dropped" && OurFaults.Any(one => Text(json, "reason").StartsWith(one, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] OurFaults = ["Invalid SMTPAPI header", "Spam Content", "Recipient List over Package Quota"];

    private static readonly string[] DropReasons =
        [.. OurFaults, "Bounced Address", "Spam Reporting Address", "Unsubscribed Address", "Invalid"];

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
