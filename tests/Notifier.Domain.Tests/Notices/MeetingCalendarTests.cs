using System.Text;
using NodaTime;
using Notifier.Notices;

namespace Notifier.Domain.Tests.Notices;

/// <summary>Calendar files, read back as RFC 5545 says.</summary>
public sealed class MeetingCalendarTests
{
    private static readonly DateTimeZone Chicago = DateTimeZoneProviders.Tzdb["America/Chicago"];

    private static readonly MeetingFacts Meeting = new()
    {
        On = new LocalDate(2027, 1, 26),
        At = new LocalTime(14, 30),
        Place = "Room 12; upstairs, left\\right\nsecond door",
    };

    [Fact]
    public void An_invitation_is_a_request_with_times_in_utc()
    {
        var fields = Read(Write(MeetingNews.Invitation, Meeting));

        Assert.Equal("REQUEST", fields["METHOD"]);
        Assert.Equal("2.0", fields["VERSION"]);
        Assert.Equal("m1@notifier.invalid", fields["UID"]);
        Assert.Equal("0", fields["SEQUENCE"]);
        Assert.Equal("20261217T150000Z", fields["DTSTAMP"]);
        Assert.Equal("20270126T203000Z", fields["DTSTART"]);
        Assert.Equal("20270126T213000Z", fields["DTEND"]);
        Assert.Equal("CONFIRMED", fields["STATUS"]);
        Assert.Equal("mailto:office@example.org", fields["ORGANIZER"]);
        Assert.Equal("mailto:ana@example.org", fields["ATTENDEE"]);
    }

    [Fact]
    public void What_people_wrote_comes_back_as_they_wrote_it()
    {
        var fields = Read(Write(MeetingNews.Invitation, Meeting));

        Assert.Equal(Meeting.Place, Unescaped(fields["LOCATION"]));
        Assert.Equal("School meeting: Niñez y Educación Academy, main building on the very long Avenue of the Americas", Unescaped(fields["SUMMARY"]));
    }

    [Theory]
    [InlineData(MeetingNews.Changed, "REQUEST", "CONFIRMED")]
    [InlineData(MeetingNews.Cancelled, "CANCEL", "CANCELLED")]
    public void A_change_and_a_cancellation_are_the_same_entry(MeetingNews news, string method, string status)
    {
        var fields = Read(Write(news, Meeting, revision: 2));

        Assert.Equal((method, status, "m1@notifier.invalid", "2"), (fields["METHOD"], fields["STATUS"], fields["UID"], fields["SEQUENCE"]));
    }

    [Fact]
    public void Without_a_time_it_is_a_day_and_without_an_organizer_it_asks_for_nothing()
    {
        var file = MeetingCalendar.Write(
            Message(MeetingNews.Invitation, 0), Meeting with { At = null }, Chicago, "Meeting", "Call", ("District", ""), "ana@example.org");

        var fields = Read(file.Text);

        Assert.Equal("PUBLISH", fields["METHOD"]);
        Assert.Equal(("20270126", "20270127"), (fields["DTSTART"], fields["DTEND"]));
        Assert.False(fields.ContainsKey("ATTENDEE"));
    }

    [Theory]
    [InlineData("2027-03-14", "2:30", "20270314T083000Z")] // an hour that the clocks skip: half past three
    [InlineData("2027-11-07", "1:30", "20271107T063000Z")] // an hour that comes twice: the first
    [InlineData("2027-07-01", "9:00", "20270701T140000Z")]
    public void The_clock_of_the_school_counts(string on, string at, string start)
    {
        var meeting = Meeting with
        {
            On = NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value,
            At = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(at).Value,
        };

        Assert.Equal(start, Read(Write(MeetingNews.Invitation, meeting))["DTSTART"]);
    }

    [Fact]
    public void Every_line_ends_in_cr_lf_and_has_75_octets_at_most()
    {
        var text = Write(MeetingNews.Invitation, Meeting with { Place = string.Concat(Enumerable.Repeat("Biblioteca de la niñez 📚, ", 20)) });

        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("📚, Biblioteca", Unescaped(Read(text)["LOCATION"]), StringComparison.Ordinal);
    }

    private static string Write(MeetingNews news, MeetingFacts meeting, int revision = 0) => MeetingCalendar.Write(
        Message(news, revision), meeting, Chicago,
        "School meeting: Niñez y Educación Academy, main building on the very long Avenue of the Americas",
        "Questions? Dana Reyes, (512) 555-0142", ("Cedar \"Valley\" District", "office@example.org"), "ana@example.org").Text;

    private static MeetingMessage Message(MeetingNews news, int revision) =>
        new() { News = news, Uid = "m1", Revision = revision, At = Instant.FromUtc(2026, 12, 17, 15, 0) };

    /// <summary>Unfolds, takes the parameters off the names, and checks that the components are closed in order.</summary>
    private static Dictionary<string, string> Read(string text)
    {
        var open = new Stack<string>();
        var fields = new Dictionary<string, string>();
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var quoted = false;
            var colon = 0;
            while (line[colon] != ':' || quoted)
            {
                quoted ^= line[colon++] == '"';
            }

            var (name, value) = (line[..colon].Split(';')[0], line[(colon + 1)..]);
            if (name == "BEGIN")
            {
                open.Push(value);
            }
            else if (name == "END")
            {
                Assert.Equal(open.Pop(), value);
            }
            else
            {
                fields.Add(name, value);
            }
        }

        Assert.Empty(open);
        return fields;
    }

    private static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            text.Append(value[at] != '\\' ? value[at] : value[++at] is 'n' or 'N' ? '\n' : value[at]);
        }

        return text.ToString();
    }
}
