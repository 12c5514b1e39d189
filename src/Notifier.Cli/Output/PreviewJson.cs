using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.Application.ScheduleChanges;

namespace Notifier.Cli.Output;

/// <summary>Who would be told of a schedule change, as one JSON array: every notice with its very words.</summary>
public static class PreviewJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, IReadOnlyList<PreviewedNotice> notices)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (var notice in notices)
            {
                Write(json, notice);
            }

            json.WriteEndArray();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, PreviewedNotice notice)
    {
        json.WriteStartObject();
        json.WriteString("studentId", notice.Student.Student.StudentId);
        json.WriteString("recipientId", notice.Recipient?.RecipientId);
        json.WriteString("channel", notice.Recipient is { } recipient ? FileWords.Of(recipient.Channel) : null);
        json.WriteString("at", notice.At is { } at ? OffsetDateTimePattern.Rfc3339.Format(at.ToOffsetDateTime()) : null);
        json.WriteString("timeZone", notice.At?.Zone.Id);
        json.WriteString("language", notice.Content?.Language);
        json.WriteString("subject", notice.Content?.Subject);
        json.WriteString("text", notice.Content?.Text);
        json.WriteString("problem", notice.Problem);
        json.WriteEndObject();
    }
}
