using System.Text.Json;
using NodaTime.Text;

namespace Notifier.Application.Evidence;

/// <summary>Of a record as JSON: who the ids stand for today, and what the record comes to.</summary>
internal static class EvidencePeople
{
    public static void Write(Utf8JsonWriter json, EvidenceReading reading)
    {
        if (reading.StaffId is { } staffId)
        {
            json.WriteString("staffId", staffId);
        }

        if (reading.People.Student?.Student is { } student)
        {
            json.WriteStartObject("student");
            json.WriteString("firstName", student.FirstName);
            json.WriteString("lastName", student.LastName);
            json.WriteString("grade", student.Grade);
            json.WriteString("schoolId", student.SchoolId);
            json.WriteEndObject();
        }

        json.WriteStartArray("people");
        foreach (var id in Ids(reading))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            var person = reading.People.Find(id);
            json.WriteBoolean("onFile", person is not null);
            if (person is not null)
            {
                json.WriteString("name", person.Name);
                json.WriteString("role", person.Role);
                json.WriteString("email", person.Email);
                json.WriteString("phone", person.Phone);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteSummary(Utf8JsonWriter json, EvidenceReading reading)
    {
        var summary = RecordSummary.Of(reading);
        json.WriteStartObject("summary");
        json.WriteNumber("noticesToFamily", summary.Notices);
        json.WriteNumber("attempts", summary.Attempts);
        json.WriteNumber("attemptsByText", summary.ByText);
        json.WriteNumber("attemptsByEmail", summary.ByEmail);
        json.WriteNumber("deliveredToOutbox", summary.InOutbox);
        json.WriteNumber("answers", summary.Answers);
        json.WriteNumber("openNotices", summary.Open.Count);
        json.WriteNumber("openProblems", reading.OpenProblems.Count);
        json.WriteStartArray("family");
        foreach (var person in summary.People)
        {
            json.WriteStartObject();
            json.WriteString("recipientId", person.RecipientId);
            json.WriteNumber("delivered", person.Delivered);
            json.WriteNumber("unreported", person.Unreported);
            json.WriteNumber("notDelivered", person.NotDelivered);
            json.WriteNumber("waiting", person.Waiting);
            json.WriteNumber("withheld", person.Withheld);
            json.WriteString("lastDeliveredAt", person.LastAt is { } at ? InstantPattern.ExtendedIso.Format(at) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<string> Ids(EvidenceReading reading) =>
        reading.People.Contacts.Select(contact => contact.ContactId)
            .Concat(reading.Notices.Select(notice => notice.RecipientId))
            .Concat(reading.Digests.Select(telling => telling.StaffId))
            .Concat(reading.StaffId is { } staffId ? [staffId] : [])
            .Distinct(StringComparer.Ordinal);
}
