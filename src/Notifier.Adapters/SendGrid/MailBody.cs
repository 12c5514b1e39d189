using System.Text;
using System.Text.Json;
using Notifier.Application.Delivery.Attempts;

namespace Notifier.Adapters.SendGrid;

/// <summary>One message as the provider's mail send takes it: one request, one recipient.</summary>
/// <remarks>https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send</remarks>
internal static class MailBody
{
    /// <summary>Told again in every event about the mail, at its top level.</summary>
    public const string AttemptField = "notifierAttempt";

    private static readonly JsonWriterOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default };

    public static byte[] Write(OutgoingMessage message, SendGridSettings settings)
    {
        using var buffer = new MemoryStream(4096);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            WriteTo(json, message);
            WriteAddress(json, "from", settings.FromAddress, message.SenderName);
            if (message.ReplyTo.Length > 0)
            {
                WriteAddress(json, "reply_to", message.ReplyTo, message.SenderName);
            }

            json.WriteString("subject", message.Content.Subject);
            WriteContent(json, message);
            WriteCalendar(json, message);
            json.WriteStartArray("categories");
            json.WriteStringValue(settings.Category);
            json.WriteEndArray();
            WriteSettings(json, settings);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteTo(Utf8JsonWriter json, OutgoingMessage message)
    {
        json.WriteStartArray("personalizations");
        json.WriteStartObject();
        json.WriteStartArray("to");
        json.WriteStartObject();
        json.WriteString("email", message.Address);
        if (message.RecipientName.Length > 0)
        {
            json.WriteString("name", message.RecipientName);
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("custom_args");
        json.WriteString(AttemptField, message.AttemptId);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteAddress(Utf8JsonWriter json, string field, string address, string name)
    {
        json.WriteStartObject(field);
        json.WriteString("email", address);
        if (name.Length > 0)
        {
            json.WriteString("name", name);
        }

        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, OutgoingMessage message)
    {
        // Plain text first, as the provider demands.
        json.WriteStartArray("content");
        WritePart(json, "text/plain", message.Content.Text);
        if (message.Content.Html is { Length: > 0 } html)
        {
            WritePart(json, "text/html", html);
        }

        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void WriteCalendar(Utf8JsonWriter json, OutgoingMessage message)
    {
        if (message.Content.Calendar is not { } calendar)
        {
            return;
        }

        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteBase64String("content", Encoding.UTF8.GetBytes(calendar.Text));
        // Parameters such as a charset are refused by the provider.
        json.WriteString("type", "text/calendar");
        json.WriteString("filename", calendar.FileName);
        json.WriteString("disposition", "attachment");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Off in so many words: the account's defaults apply otherwise, links would be rewritten and openings counted.
    private static void WriteSettings(Utf8JsonWriter json, SendGridSettings settings)
    {
        json.WriteStartObject("mail_settings");
        WriteSwitch(json, "sandbox_mode", settings.Sandbox);
        json.WriteEndObject();
        json.WriteStartObject("tracking_settings");
        json.WriteStartObject("click_tracking");
        json.WriteBoolean("enable", false);
        json.WriteBoolean("enable_text", false);
        json.WriteEndObject();
        WriteSwitch(json, "open_tracking", false);
        WriteSwitch(json, "subscription_tracking", false);
        json.WriteEndObject();
    }

    private static void WriteSwitch(Utf8JsonWriter json, string name, bool isOn)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("enable", isOn);
        json.WriteEndObject();
    }
}
