using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Notifier.Notices;

/// <summary>
/// Writes a meeting as a calendar file (RFC 5545, RFC 5546) for Outlook, Google and Apple: a request that later ones with
/// the same UID and a higher SEQUENCE change, and a cancellation takes back.
/// </summary>
/// <remarks>Times are in UTC, so that no zone definition can be misread. Nobody is named, and no plan.</remarks>
public static class MeetingCalendar
{
    /// <summary>No end is on record; calendars show an hour.</summary>
    private static readonly Duration Length = Duration.FromHours(1);

    private static readonly InstantPattern Moment =
        InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <param name="message">Which meeting it is, and what is said of it.</param>
    /// <param name="meeting">As it stands; of a cancelled one its day is enough.</param>
    /// <param name="zone">The school's.</param>
    /// <param name="summary">The entry's title; seen by everybody who sees the calendar.</param>
    /// <param name="description">Whom to ask.</param>
    /// <param name="organizer">Name and mail address; empty address: the file is only to be put into a calendar.</param>
    /// <param name="attendee">The recipient's mail address.</param>
    public static CalendarFile Write(
        MeetingMessage message, MeetingFacts meeting, DateTimeZone zone, string summary, string description,
        (string Name, string Email) organizer, string attendee)
    {
        var cancelled = message.News == MeetingNews.Cancelled;
        var method = organizer.Email.Length == 0 ? "PUBLISH" : cancelled ? "CANCEL" : "REQUEST";
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Notifier//Meetings 1//EN");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, $"METHOD:{method}");
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{message.Uid}@notifier.invalid");
        Line(file, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{message.Revision}"));
        Line(file, $"DTSTAMP:{Moment.Format(message.At)}");
        Times(file, meeting, zone);
        Line(file, $"SUMMARY:{Escaped(summary)}");
        if (meeting.Place.Length > 0 && !cancelled)
        {
            Line(file, $"LOCATION:{Escaped(meeting.Place)}");
        }

        Line(file, $"DESCRIPTION:{Escaped(description)}");
        if (organizer.Email.Length > 0)
        {
            Line(file, $"ORGANIZER;CN=\"{Quoted(organizer.Name)}\":mailto:{organizer.Email}");
            Line(file, $"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{attendee}");
        }

        Line(file, cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line(file, "TRANSP:OPAQUE");
        Line(file, "END:VEVENT");
        Line(file, "END:VCALENDAR");
        return new CalendarFile("meeting.ics", file.ToString());
    }

    // Without a time it lasts the whole day, as far as anybody can tell.
    private static void Times(StringBuilder file, MeetingFacts meeting, DateTimeZone zone)
    {
        if (meeting.At is not { } at)
        {
            Line(file, $"DTSTART;VALUE=DATE:{Day.Format(meeting.On)}");
            Line(file, $"DTEND;VALUE=DATE:{Day.Format(meeting.On.PlusDays(1))}");
            return;
        }

        var start = zone.AtLeniently(meeting.On + at).ToInstant();
        Line(file, $"DTSTART:{Moment.Format(start)}");
        Line(file, $"DTEND:{Moment.Format(start + Length)}");
    }

    // RFC 5545, 3.3.11.
    private static string Escaped(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // RFC 5545, 3.2: a quoted value holds no quote and no line break.
    private static string Quoted(string text) => text.ReplaceLineEndings(" ").Replace('"', '\'');

    // RFC 5545, 3.1: at most 75 octets a line; the rest goes on after a line break and a space. No character is cut.
    private static void Line(StringBuilder file, string text)
    {
        var octets = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
