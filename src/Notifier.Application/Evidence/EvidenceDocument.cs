using System.Text;
using System.Text.Json;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Evidence;

namespace Notifier.Application.Evidence;

/// <summary>
/// A record as JSON, for a program: docs/evidence.md names every field. The hashes are in it, so that it can be checked
/// without this program. With names in it, it is a personal record, as the text is.
/// </summary>
public static class EvidenceDocument
{
    public static string ToJson(EvidenceReading reading)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("districtId", reading.DistrictId);
            json.WriteString("studentId", reading.StudentId);
            json.WriteString("timeZone", reading.Zone.Id);
            json.WriteBoolean("whole", reading.Check.IsWhole);
            json.WriteString("problem", reading.Check.Problem);
            json.WriteString("readAt", InstantPattern.ExtendedIso.Format(reading.ReadAt));
            EvidencePeople.Write(json, reading);
            EvidencePeople.WriteSummary(json, reading);
            json.WriteStartArray("notices");
            foreach (var notice in reading.Notices)
            {
                Write(json, reading, notice);
            }

            json.WriteEndArray();
            json.WriteStartArray("entries");
            foreach (var entry in reading.Entries)
            {
                Write(json, reading, entry);
            }

            json.WriteEndArray();
            WriteDigests(json, reading);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, EvidenceReading reading, NoticeRow notice)
    {
        json.WriteStartObject();
        json.WriteString("noticeId", notice.NoticeId);
        json.WriteString("planId", notice.PlanId);
        json.WriteString("obligation", notice.Obligation.Value);
        json.WriteString("part", notice.Part);
        json.WriteString("dueOn", LocalDatePattern.Iso.Format(notice.DueOn));
        json.WriteString("step", notice.StepId);
        json.WriteString("audience", notice.Audience.ToString());
        json.WriteString("recipientId", notice.RecipientId);
        json.WriteString("channel", notice.Channel.ToString());
        json.WriteString("language", notice.Language);
        json.WriteString("outcome", notice.State.ToString());
        json.WriteString("reason", notice.Reason);
        json.WriteNumber("attempts", notice.Attempt);
        json.WriteString("about", NoticeTitle.Of(notice));
        if (notice.Changes.Length > 0)
        {
            json.WriteString("changes", notice.Changes);
        }

        json.WriteString("title", NoticeRecord.TitleOf(reading, notice));
        json.WriteString("outcomeInWords", NoticeRecord.OutcomeOf(reading, notice));
        json.WriteString("addressUsed", reading.People.AddressWords(notice.RecipientId, notice.Channel, notice.AddressHash));
        json.WriteStartArray("steps");
        foreach (var entry in reading.Of(notice))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("local", AttemptSteps.At(entry.At, reading.Zone));
            json.WriteString("what", AttemptSteps.Of(entry, reading.Zone));
            json.WriteString("inWords", StepWords.Of(entry, reading));
            WriteWords(json, reading, entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, EvidenceReading reading, EvidenceRow entry)
    {
        if (entry.Kind != EvidenceKind.AttemptStarted || !reading.Words.TryGetValue(entry.AttemptId, out var words))
        {
            return;
        }

        json.WriteStartObject("words");
        json.WriteString("attemptId", entry.AttemptId);
        json.WriteString("template", SentWords.TemplateOf(entry));
        json.WriteString("hash", SentWords.HashOf(entry));
        json.WriteString("found", words.Text is null ? "no" : words.IsFromFile ? "outbox" : "composedAgain");
        json.WriteString("subject", words.Subject);
        json.WriteString("text", words.Text);
        json.WriteString("file", words.File);
        json.WriteString("why", words.Why);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EvidenceReading reading, EvidenceRow entry)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(entry.At));
        json.WriteString("kind", entry.Kind.ToString());
        json.WriteString("planId", entry.PlanId);
        json.WriteString("noticeId", entry.NoticeId);
        json.WriteString("attemptId", entry.AttemptId);
        json.WriteString("detail", entry.Detail);
        if (NoticeRecord.ReplyOf(reading, entry) is { } reply)
        {
            json.WriteString("reply", reply.Text);
        }

        json.WriteString("previousHash", entry.PreviousHash);
        json.WriteString("hash", entry.Hash);
        json.WriteEndObject();
    }

    private static void WriteDigests(Utf8JsonWriter json, EvidenceReading reading)
    {
        json.WriteStartArray("digests");
        foreach (var telling in reading.Digests)
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", telling.Sequence);
            json.WriteString("line", telling.Key);
            json.WriteString("staffId", telling.StaffId);
            json.WriteString("digestNoticeId", telling.Digest?.NoticeId);
            json.WriteString("digestOf", telling.Digest is { } digest ? LocalDatePattern.Iso.Format(digest.DueOn) : null);
            json.WriteString("readBy", telling.Digest?.RecipientId);
            json.WriteString("outcome", telling.Digest?.State.ToString());
            json.WriteString("at", telling.At is { } at ? InstantPattern.ExtendedIso.Format(at) : null);
            json.WriteNumber("laterDigests", telling.Later);
            json.WriteBoolean("digestRecordWhole", telling.IsWhole);
            json.WriteString("inWords", StaffTold.Of(telling, reading));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
