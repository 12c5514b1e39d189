using System.Globalization;
using Notifier.Application.Delivery;
using Notifier.Application.Webhooks;

namespace Notifier.Adapters.Twilio;

/// <summary>What a recipient wrote back.</summary>
/// <remarks>https://www.twilio.com/docs/messaging/guides/webhook-request</remarks>
public sealed class TwilioInboundWebhook(TwilioSettings settings) : IProviderWebhook
{
    private const string WebhookPath = "/webhooks/twilio/inbound";
    private const int MostTextCharacters = 10_000;

    public string Path => WebhookPath;

    public int MostBodyBytes => 256 * 1024;

    /// <summary>No answer by the provider itself: ours goes out as a message like any other.</summary>
    public (string ContentType, string Body)? Answer => ("text/xml; charset=utf-8", "<Response/>");

    public WebhookReading Read(WebhookCall call)
    {
        if (TwilioRequest.Check(settings, WebhookPath, call, out var fields) is { } refused)
        {
            return refused;
        }

        var (sid, from) = (fields.Value("MessageSid"), fields.Value("From"));
        if (sid.Length is 0 or > 64 || from.Length is 0 or > 64)
        {
            return WebhookReading.Malformed("no message id or sender");
        }

        var text = fields.Value("Body");
        var reply = new InboundReply
        {
            ProviderId = sid,
            From = from,
            To = fields.Value("To"),
            Text = text.Length > MostTextCharacters ? text[..MostTextCharacters] : text,
            At = call.ReceivedAt,
            AnsweredByProviderAs = fields.Value("OptOutType"),
            Attachments = int.TryParse(fields.Value("NumMedia"), NumberStyles.None, CultureInfo.InvariantCulture, out var media) ? media : 0,
        };
        return WebhookReading.Taken([reply.ToMessage()]);
    }
}
