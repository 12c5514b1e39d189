using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Application.ScheduleChanges;

/// <summary>A schedule change as JSON: body of queue schedule-changes, file of <c>announce</c>, row of the store.</summary>
public static class ScheduleChangeText
{
    /// <summary>A row of the store holds 32,000 characters.</summary>
    public const int MostBytes = 30_000;

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static byte[] Write(ScheduleChange change)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("changeId", change.ChangeId);
            json.WriteNumber("version", change.Version);
            json.WriteString("districtId", change.DistrictId);
            WriteList(json, "schoolIds", change.SchoolIds);
            WriteList(json, "grades", change.Grades);
            WriteList(json, "studentIds", change.StudentIds);
            json.WriteBoolean("everyone", change.Everyone);
            json.WriteString("date", LocalDatePattern.Iso.Format(change.Date));
            json.WriteString("kind", FileWords.Of(change.Kind));
            if (change.StartsAt is { } starts)
            {
                json.WriteString("startsAt", Time.Format(starts));
            }

            json.WriteBoolean("withdrawn", change.Withdrawn);
            json.WriteStartObject("summary");
            foreach (var (language, text) in change.Summary.OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                json.WriteString(language, text);
            }

            json.WriteEndObject();
            if (change.Meant.Count > 0)
            {
                WriteList(json, "meant", change.Meant);
            }

            json.WriteString("postedAt", InstantPattern.ExtendedIso.Format(change.PostedAt));
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <exception cref="ScheduleChangeException">It is not a schedule change; the message says what to mend.</exception>
    public static ScheduleChange Read(ReadOnlyMemory<byte> body)
    {
        var reading = ReadAll(body);
        return reading.Problems.Count == 0 ? reading.Change : throw new ScheduleChangeException(reading.Problems);
    }

    /// <summary>As far as it can be read, so that everything else that is wrong with it can be said beside what cannot.</summary>
    /// <exception cref="ScheduleChangeException">It is no JSON object, or too large: there are no fields to look at.</exception>
    public static ScheduleChangeReading ReadAll(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MostBytes)
        {
            throw new ScheduleChangeException(
                [new("file", $"it has {body.Length:N0} bytes, and {MostBytes:N0} is the most", "Name schools or grades instead of students, or make several changes")]);
        }

        using var document = ScheduleChangeSyntax.Parse(body);
        var fields = new ScheduleChangeFields(document.RootElement);
        var change = new ScheduleChange
        {
            ChangeId = fields.Text("changeId"),
            Version = fields.Number("version"),
            DistrictId = fields.Text("districtId"),
            SchoolIds = fields.List("schoolIds"),
            Grades = fields.List("grades"),
            StudentIds = fields.List("studentIds"),
            Everyone = fields.Flag("everyone"),
            Date = fields.Parsed("date", LocalDatePattern.Iso, "Write it as 2026-03-03", default),
            Kind = fields.Kind("kind"),
            StartsAt = fields.Has("startsAt") ? fields.Parsed("startsAt", Time, "Write it as 12:30", default) : null,
            Withdrawn = fields.Flag("withdrawn"),
            Summary = fields.Texts("summary"),
            Meant = fields.List("meant"),
            PostedAt = fields.Parsed("postedAt", InstantPattern.ExtendedIso, "Write it as 2026-03-02T19:10:00Z", default(Instant)),
        };
        fields.ReportUnknown();
        return new(change, fields.Problems);
    }

    public static ScheduleChange Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
