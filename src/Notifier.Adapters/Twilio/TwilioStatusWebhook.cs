using System.Globalization;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Webhooks;
using Notifier.Delivery;

namespace Notifier.Adapters.Twilio;

/// <summary>What the provider reports about a text on its way. Late, repeated and out of order, as documented.</summary>
/// <remarks>https://www.twilio.com/docs/messaging/guides/track-outbound-message-status</remarks>
public sealed class TwilioStatusWebhook(TwilioSettings settings) : IProviderWebhook
{
    internal const string WebhookPath = "/webhooks/twilio/status";

    public string Path => WebhookPath;

    public int MostBodyBytes => 64 * 1024;

    public (string ContentType, string Body)? Answer => null;

    public WebhookReading Read(WebhookCall call)
    {
        if (TwilioRequest.Check(settings, WebhookPath, call, out var fields) is { } refused)
        {
            return refused;
        }

        var attemptId = FormBody.Read(call.Query.TrimStart('?')).Value(TwilioTexts.AttemptParameter);
        var sid = fields.Value("MessageSid");
        if (sid.Length is 0 or > 64)
        {
            return WebhookReading.Malformed("no message id");
        }

        if (!AttemptIdText.IsOne(attemptId))
        {
            // The messaging service's own texts, such as its answer to STOP, carry none.
            return WebhookReading.Taken([], "no attempt");
        }

        var status = fields.Value("MessageStatus") is { Length: > 0 } given ? given : fields.Value("SmsStatus");
        return StateOf(status) is { } state
            ? WebhookReading.Taken([EventOf(attemptId, sid, status, state, fields.Value("ErrorCode"), call).ToMessage()])
            : WebhookReading.Taken([], "a status that says nothing about the outcome");
    }

    private static DeliveryEvent EventOf(
        string attemptId, string sid, string status, NoticeState state, string errorCode, WebhookCall call)
    {
        var code = int.TryParse(errorCode, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? TwilioCodes.Report(number) ?? new(number, "unlisted code", TwilioClass.Never)
            : null;
        return new DeliveryEvent
        {
            EventId = $"{sid}:{status}",
            AttemptId = attemptId,
            State = state,
            ProviderId = sid,
            Reason = code is null ? status : $"{code.Code}: {code.Meaning}",
            At = call.ReceivedAt,
            EndsAddress = state == NoticeState.Failed && code?.Class == TwilioClass.NeverThisNumber,
            NeedsSetup = state == NoticeState.Failed && code?.NeedsSetup == true,
        };
    }

    private static NoticeState? StateOf(string status) => status switch
    {
        "accepted" or "scheduled" or "queued" or "sending" => NoticeState.Accepted,
        "sent" => NoticeState.Sent,
        "delivered" or "read" or "partially_delivered" => NoticeState.Delivered,
        "undelivered" or "failed" or "canceled" => NoticeState.Failed,
        _ => null,
    };
}
