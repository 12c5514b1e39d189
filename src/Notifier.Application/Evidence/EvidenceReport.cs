using System.Globalization;
using System.Text;
using System.Text.Json;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.PlanDates;

namespace Notifier.Application.Evidence;

/// <summary>Everything on record about one student's notices: what, how, when, in which language, and what became of it.</summary>
public sealed class EvidenceReport(
    EvidenceLedger ledger, NoticeLedger notices, KeptReplies replies, DistrictFiles districts, VerifyEvidence verify)
{
    public async Task<EvidenceReading> ReadAsync(
        string districtId, string studentId, CancellationToken cancellationToken)
    {
        var rows = new List<NoticeRow>();
        await foreach (var row in notices.AllAsync(districtId, studentId, cancellationToken))
        {
            rows.Add(row);
        }

        var entries = new List<EvidenceRow>();
        await foreach (var row in ledger.ReadAsync(districtId, studentId, cancellationToken))
        {
            entries.Add(row);
        }

        var answers = new List<ReplyRow>();
        await foreach (var row in replies.AllAsync(districtId, studentId, cancellationToken))
        {
            answers.Add(row);
        }

        var file = await districts.GetAsync(districtId, cancellationToken);
        return new EvidenceReading
        {
            DistrictId = districtId,
            StudentId = studentId,
            Check = await verify.RunAsync(districtId, studentId, cancellationToken),
            Notices = [.. rows.OrderBy(row => entries.FindIndex(entry => entry.NoticeId == row.NoticeId))],
            Entries = entries,
            Replies = answers,
            Zone = file?.District.TimeZone ?? NodaTime.DateTimeZone.Utc,
        };
    }

    /// <summary>For a person to read: one line an entry, in the order in which it happened.</summary>
    public static string ToText(EvidenceReading reading)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Evidence of student {reading.StudentId}, district {reading.DistrictId}: ")
            .Append(CultureInfo.InvariantCulture, $"{reading.Entries.Count} entries, ")
            .AppendLine(reading.Check.IsWhole ? "complete and unchanged." : $"NOT WHOLE: {reading.Check.Problem}");
        foreach (var notice in reading.Notices)
        {
            text.Append(CultureInfo.InvariantCulture, $"Notice {notice.NoticeId}: {notice.Obligation} of plan {notice.PlanId}, ")
                .Append(CultureInfo.InvariantCulture, $"due {notice.DueOn:uuuu-MM-dd}, to {notice.RecipientId} by {notice.Channel}")
                .Append(notice.Language.Length > 0 ? $" in {notice.Language}" : "")
                .Append(CultureInfo.InvariantCulture, $": {notice.State}")
                .AppendLine(notice.Reason.Length > 0 ? $" ({notice.Reason})" : "");
        }

        foreach (var entry in reading.Entries)
        {
            var about = entry.AttemptId.Length > 0 ? entry.AttemptId : entry.NoticeId;
            text.Append(CultureInfo.InvariantCulture, $"{entry.Sequence,5}  {entry.At:uuuu-MM-dd HH:mm:ss'Z'}  {entry.Kind,-17} ")
                .AppendJoin(' ', ((string[])[entry.PlanId, about]).Where(id => id.Length > 0))
                .Append("  ")
                .AppendLine(entry.Detail);
        }

        return text.ToString();
    }

    /// <summary>For a program to read; the hashes are in it, so that it can be checked without this program.</summary>
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
        json.WriteString("dueOn", notice.DueOn.ToString("uuuu-MM-dd", null));
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

        json.WriteStartArray("steps");
        foreach (var entry in reading.Entries.Where(entry => entry.NoticeId == notice.NoticeId))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("local", AttemptSteps.At(entry.At, reading.Zone));
            json.WriteString("what", AttemptSteps.Of(entry, reading.Zone));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EvidenceReading reading, EvidenceRow entry)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("at", NodaTime.Text.InstantPattern.ExtendedIso.Format(entry.At));
        json.WriteString("kind", entry.Kind.ToString());
        json.WriteString("planId", entry.PlanId);
        json.WriteString("noticeId", entry.NoticeId);
        json.WriteString("attemptId", entry.AttemptId);
        json.WriteString("detail", entry.Detail);
        if (AttemptRecord.ReplyOf(reading, entry) is { } reply)
        {
            json.WriteString("reply", reply.Text);
        }

        json.WriteString("previousHash", entry.PreviousHash);
        json.WriteString("hash", entry.Hash);
        json.WriteEndObject();
    }
}
