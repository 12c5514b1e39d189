using NodaTime;
using Notifier.ScheduleChanges;

namespace Notifier.Domain.Tests.ScheduleChanges;

/// <summary>Every family hears one hour: what a summary names, and what is asked where it is another.</summary>
public sealed class SaidHoursTests
{
    [Theory]
    [InlineData("School ends at 12:30 p.m.", "12:30")]
    [InlineData("School ends at 12:30.", "12:30?")]
    [InlineData("Out 1 p.m. today", "13:00")]
    [InlineData("Out at 1pm.", "13:00")]
    [InlineData("Out at 13:15", "13:15")]
    [InlineData("Out at 1:15", "13:15?")]
    [InlineData("We begin at 10 a.m.", "10:00")]
    [InlineData("Tests 9:00-11:30", "09:00? 11:30?")]
    [InlineData("School ends at 1.", "13:00?")]
    [InlineData("School ends at noon.", "12:00")]
    [InlineData("School ends at one. Buses 1 o'clock.", "13:00? 13:00?")]
    [InlineData("Salida 12:30 p. m.", "12:30")]
    [InlineData("Salida 12:30 a. m.", "00:30")]
    [InlineData("Las clases terminan a las 12.", "12:00?")]
    [InlineData("Salida a la 1 y media de la tarde", "13:30")]
    [InlineData("Salida a la una; lonche a las once y media.", "13:00? 11:30?")]
    [InlineData("Salida a las 12 del día", "12:00")]
    [InlineData("Salida al mediodía", "12:00")]
    [InlineData("Salida a las 12h30", "12:30?")]
    [InlineData("Out at 12.30", "12:30?")]
    [InlineData("Grades 3-5, room 12, bus 4, $2.50, 10/14, 2 hours late", "")]
    [InlineData("Tests at 3 schools, at one of the gyms, on the 4th, 5%", "")]
    [InlineData("a las 3 escuelas; 25:00; at 12:75", "")]
    public void The_hours_that_a_text_names_are_read(string text, string hours) => Assert.Equal(
        hours, string.Join(' ', SaidHours.In(text).OrderBy(one => text.IndexOf(one.Written, StringComparison.Ordinal)).Select(one => one.InFile + (one.OpenHalf ? "?" : ""))));

    [Theory]
    [InlineData("13:15", "School ends at 12:30 p.m.", "", "summary.en")]
    [InlineData("13:15", "School ends at 12:30 p.m.", "Salida a la 1:15 p. m.", "summary.en")]
    [InlineData("13:15", "School ends at 1:15.", "Salida a las 12:30", "summary.es")]
    [InlineData("13:15", "School ends at 1:15 a.m.", "", "summary.en")]
    [InlineData("13:15", "Lunch at 11; school ends at 1:15 p.m.; buses 1:25.", "Salida 13:15", "")]
    [InlineData("13:15", "Early release, grades 3-5.", "Salida temprano", "")]
    [InlineData("12:30", "School ends at 12:30 a.m.", "", "summary.en")]
    [InlineData("", "School ends at 12:30.", "Salida a la 1:15", "summary.es")]
    [InlineData("", "School ends at 12:30; lunch 11:00.", "Salida a las 12:30", "")]
    [InlineData("", "School ends at 1 p.m.", "Salida a la 1 a. m.", "summary.es")]
    [InlineData("", "School ends at 12:30.", "Salida temprano", "")]
    [InlineData("01:00", "School ends at 1 p.m.", "", "startsAt")]
    [InlineData("04:59", "", "", "startsAt")]
    [InlineData("05:00", "", "", "")]
    [InlineData("19:00", "", "", "")]
    [InlineData("19:01", "", "", "startsAt")]
    public void Another_hour_than_the_one_families_of_other_languages_read_is_questioned(string startsAt, string english, string spanish, string field)
    {
        foreach (var kind in new[] { ScheduleChangeKind.EarlyRelease, ScheduleChangeKind.LateStart })
        {
            var change = Change(kind, startsAt, english, spanish);
            var asked = SaidHourQuestions.Of(change).ToList();

            Assert.Equal(field.Length == 0 ? [] : [field], asked.Select(one => one.Field));
            Assert.Empty(SaidHourQuestions.Of(change with { Withdrawn = true }));
            // The answer that is offered is taken.
            Assert.All(asked, one => Assert.Empty(SaidHourQuestions.Of(change with { Meant = [one.Remedy.Split("[\"")[1].Split("\"]")[0]] })));
            Assert.All(asked, one => Assert.Empty(SummaryCheck.Of(change with { Meant = [one.Remedy.Split("[\"")[1].Split("\"]")[0]] }, [])));
            Assert.Equal(asked, SaidHourQuestions.Of(change with { Meant = ["11:59", "2026-10-08", "Jordan Lake"] }));
        }
    }

    [Fact]
    public void What_is_asked_says_both_hours_and_how_to_mend_them()
    {
        var differs = Assert.Single(SaidHourQuestions.Of(Change(ScheduleChangeKind.EarlyRelease, "13:15", "School ends at 12:30 p.m.", "")));
        var slip = Assert.Single(SaidHourQuestions.Of(Change(ScheduleChangeKind.EarlyRelease, "01:00", "", "")));

        Assert.Equal("it says 12:30 p.m., and startsAt is 13:15", differs.What);
        Assert.Equal("school would end at 01:00, by the clock of 24 hours", slip.What);
        Assert.Equal("Write \"13:00\" for the afternoon; where it is meant, add \"meant\": [\"01:00\"]", slip.Remedy);
    }

    [Fact]
    public void Of_other_kinds_the_languages_alone_are_compared()
    {
        Assert.Empty(SaidHourQuestions.Of(Change(ScheduleChangeKind.Assembly, "01:00", "Concert at 2 p.m.", "")));
        Assert.Single(SaidHourQuestions.Of(Change(ScheduleChangeKind.Assembly, "14:00", "Concert at 2 p.m.", "Concierto a las 3 p. m.")));
    }

    private static ScheduleChange Change(ScheduleChangeKind kind, string startsAt, string english, string spanish) => new()
    {
        ChangeId = "t",
        Version = 1,
        DistrictId = "D1",
        Date = new(2026, 10, 8),
        Kind = kind,
        StartsAt = startsAt.Length == 0 ? null : NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(startsAt).Value,
        Summary = new Dictionary<string, string> { ["en"] = english, ["es"] = spanish }.Where(one => one.Value.Length > 0).ToDictionary(),
        PostedAt = Instant.FromUtc(2026, 10, 7, 19, 10),
    };
}
