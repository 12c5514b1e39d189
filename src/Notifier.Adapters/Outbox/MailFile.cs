using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery.Attempts;
using Notifier.Notices;

namespace Notifier.Adapters.Outbox;

/// <summary>An email as a file (RFC 5322): text and, where there is one, the HTML form as alternatives.</summary>
internal static class MailFile
{
    private static readonly OffsetDateTimePattern Date = OffsetDateTimePattern.Create(
        "ddd, dd MMM uuuu HH:mm:ss o<+HHmm>", CultureInfo.InvariantCulture, NodaConstants.UnixEpoch.WithOffset(Offset.Zero));

    public static string Write(OutgoingMessage message, string fromAddress)
    {
        var host = fromAddress[(fromAddress.IndexOf('@', StringComparison.Ordinal) + 1)..];
        var mail = new StringBuilder()
            .Append(HeaderText.AddressField("From", message.SenderName, fromAddress))
            .Append(HeaderText.AddressField("To", message.RecipientName, message.Address))
            .Append(message.ReplyTo.Length == 0 ? "" : HeaderText.AddressField("Reply-To", message.SenderName, message.ReplyTo))
            .Append(HeaderText.Field("Subject", message.Content.Subject))
            .Append(HeaderText.Field("Date", Date.Format(message.At.ToOffsetDateTime())))
            // Derived from the attempt: the same attempt is the same mail to every mail program.
            .Append(HeaderText.Field("Message-ID", $"<{message.AttemptId}@{host}>"))
            .Append(HeaderText.Field("Auto-Submitted", "auto-generated"))
            .Append(HeaderText.Field("Content-Language", message.Language))
            .Append(HeaderText.Field("X-Notifier-Notice", message.NoticeId))
            .Append(HeaderText.Field("X-Notifier-Why", message.Why))
            .Append("MIME-Version: 1.0\r\n");
        if (message.Content.Html is not { } html)
        {
            return mail.Append(Part("text/plain", message.Content.Text)).ToString();
        }

        // "=_" can occur in no quoted-printable text, so no line of a part can be taken for the boundary.
        var boundary = $"=_{message.AttemptId}";
        var alternatives = Multipart(
            "alternative", boundary, Part("text/plain", message.Content.Text), Part("text/html", html));
        return mail.Append(message.Content.Calendar is { } calendar
            ? Multipart("mixed", $"=_mixed_{message.AttemptId}", alternatives, Attachment(calendar))
            : alternatives).ToString();
    }

    /// <summary>Reads a part of such a file back as it was written; null: it has none of this type.</summary>
    public static string? ReadPart(string mail, string type)
    {
        var head = PartHead(type);
        var start = mail.IndexOf(head, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        // No line of a part can be taken for a boundary.
        var body = mail[(start + head.Length)..];
        var end = body.IndexOf("\r\n--=_", StringComparison.Ordinal);
        return QuotedPrintable.Decode(end < 0 ? body : body[..(end + 2)]);
    }

    private static string Multipart(string kind, string boundary, params ReadOnlySpan<string> parts)
    {
        var body = new StringBuilder($"Content-Type: multipart/{kind};\r\n boundary=\"{boundary}\"\r\n\r\n");
        foreach (var part in parts)
        {
            body.Append("--").Append(boundary).Append("\r\n").Append(part);
        }

        return body.Append("--").Append(boundary).Append("--\r\n").ToString();
    }

    private static string Attachment(CalendarFile calendar) =>
        $"Content-Type: text/calendar; charset=utf-8; name=\"{calendar.FileName}\"\r\n"
        + $"Content-Disposition: attachment; filename=\"{calendar.FileName}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar.Text), Base64FormattingOptions.InsertLineBreaks) + "\r\n";

    private static string Part(string type, string text) =>
        PartHead(type) + QuotedPrintable.Encode(text);

    private static string PartHead(string type) =>
        $"Content-Type: {type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
}
