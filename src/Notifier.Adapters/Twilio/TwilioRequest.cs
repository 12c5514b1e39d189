using System.Text;
using Notifier.Application.Webhooks;

namespace Notifier.Adapters.Twilio;

/// <summary>A webhook's fields, read only when its signature is the account's.</summary>
internal static class TwilioRequest
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="settings">The account.</param>
    /// <param name="path">Below the public address.</param>
    /// <param name="call">As it came.</param>
    /// <param name="fields">Its fields; empty when it is refused.</param>
    /// <returns>Why it is refused; null: it is the provider's.</returns>
    public static WebhookReading? Check(
        TwilioSettings settings, string path, WebhookCall call, out IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        fields = [];
        var isForm = call.ContentType.StartsWith(FormBody.ContentType, StringComparison.OrdinalIgnoreCase);
        if (!Uri.TryCreate(settings.PublicUrl.AbsoluteUri.TrimEnd('/') + path + call.Query, UriKind.Absolute, out var url)
            || !TryRead(isForm, call.Body, out var read))
        {
            return WebhookReading.Forged("unreadable");
        }

        string[] tokens = settings.OtherAuthToken.Length > 0 ? [settings.AuthToken, settings.OtherAuthToken] : [settings.AuthToken];
        if (!TwilioSignature.IsValid(call.Header(TwilioSignature.HeaderName), tokens, url, read, call.Body))
        {
            return WebhookReading.Forged("signature");
        }

        // Without fields of a form the signature covers the address alone.
        if (!isForm)
        {
            return WebhookReading.Malformed("not a form");
        }

        fields = read;
        return fields.Value("AccountSid") == settings.AccountSid ? null : WebhookReading.Forged("another account");
    }

    private static bool TryRead(bool isForm, ReadOnlyMemory<byte> body, out IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        try
        {
            fields = isForm ? FormBody.Read(Strict.GetString(body.Span)) : [];
            return true;
        }
        catch (DecoderFallbackException)
        {
            fields = [];
            return false;
        }
    }
}
