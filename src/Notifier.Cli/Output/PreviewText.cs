using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using Notifier.Application.ScheduleChanges;
using Notifier.PlanDates;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>Who would be told of a schedule change, when and in which words.</summary>
public static class PreviewText
{
    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.ExtendedIso;

    public static void Write(Screen screen, IReadOnlyList<PreviewedNotice> notices, bool json)
    {
        if (json)
        {
            WriteJson(screen.Output, notices);
            return;
        }

        // The same words at the same moment are shown once, with everybody who gets them.
        foreach (var same in notices.Where(one => one.Content is not null)
            .OrderBy(one => one.At!.Value.ToInstant()).ThenBy(one => one.Student.Student.StudentId, StringComparer.Ordinal))
        {
            Show(screen.Human, same);
        }

        foreach (var one in notices.Where(one => one.Content is null))
        {
            screen.Human.Write(new Text($"Not told: student {one.Student.Student.StudentId}. {one.Problem}\n\n", Colors.Heading));
        }

        var told = notices.Count(one => one.Content is not null);
        screen.Human.WriteLine(told == 0
            ? "Nobody would be told: no family it concerns needs to hear anything new."
            : $"{Written.Count(told, "notice", "notices")} about "
                + $"{Written.Count(notices.Where(one => one.Content is not null).Select(one => one.Student.Student.StudentId).Distinct().Count(), "student", "students")}; nothing was sent.");
    }

    private static void Show(IAnsiConsole console, PreviewedNotice notice)
    {
        var (recipient, at, content) = (notice.Recipient!, notice.At!.Value, notice.Content!);
        var subject = content.Subject.Length > 0 ? $"Subject: {content.Subject}\n\n" : "";
        var channel = recipient.Channel == Channel.Sms ? "text" : "email";
        var when = at.ToString("ddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        console.Write(new Text(
            $"{when} ({at.Zone.Id}), {channel} to {recipient.Name} ({recipient.RecipientId}) about student {notice.Student.Student.StudentId}:\n",
            Colors.Heading));
        console.Write(new Text($"{subject}{content.Text.TrimEnd()}\n\n"));
    }

    private static void WriteJson(TextWriter output, IReadOnlyList<PreviewedNotice> notices)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartArray();
            foreach (var notice in notices)
            {
                json.WriteStartObject();
                json.WriteString("studentId", notice.Student.Student.StudentId);
                json.WriteString("recipientId", notice.Recipient?.RecipientId);
                json.WriteString("channel", notice.Recipient is null ? null : notice.Recipient.Channel == Channel.Sms ? "sms" : "email");
                json.WriteString("at", notice.At is { } at ? Moment.Format(at.ToOffsetDateTime()) : null);
                json.WriteString("language", notice.Content?.Language);
                json.WriteString("subject", notice.Content?.Subject);
                json.WriteString("text", notice.Content?.Text);
                json.WriteString("problem", notice.Problem);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
