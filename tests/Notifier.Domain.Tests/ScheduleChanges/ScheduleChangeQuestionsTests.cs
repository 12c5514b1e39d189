using NodaTime;
using Notifier.Calendars;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Domain.Tests.ScheduleChanges;

/// <summary>What an author is asked while there: the hour, the day, and another change that says otherwise.</summary>
public sealed class ScheduleChangeQuestionsTests
{
    private static readonly School[] Schools =
    [
        new() { SchoolId = "E1", Name = "Lincoln Elementary" },
        new() { SchoolId = "M1", Name = "Adams Middle" },
    ];

    private static readonly CalendarEntry[] Entries =
    [
        Entry(CalendarEntryKind.SchoolYear, new(2026, 8, 17), new(2027, 5, 28), "2026-27", null),
        Entry(CalendarEntryKind.NoSchool, new(2026, 11, 26), new(2026, 11, 27), "Thanksgiving", null),
        Entry(CalendarEntryKind.NoSchool, new(2026, 10, 9), new(2026, 10, 9), "Staff day", "M1"),
        Entry(CalendarEntryKind.Closure, new(2026, 12, 2), new(2026, 12, 2), "Snow", null),
        Entry(CalendarEntryKind.MakeUpDay, new(2026, 12, 5), new(2026, 12, 5), "", null),
    ];

    [Theory]
    [InlineData(ScheduleChangeKind.EarlyRelease, "", true)]
    [InlineData(ScheduleChangeKind.EarlyRelease, "Early release!", true)]
    [InlineData(ScheduleChangeKind.EarlyRelease, "School ends at 1.", false)]
    [InlineData(ScheduleChangeKind.EarlyRelease, "Las clases terminan al mediodía.", false)]
    [InlineData(ScheduleChangeKind.LateStart, "We begin later.", true)]
    [InlineData(ScheduleChangeKind.Testing, "Tests.", false)]
    public void An_early_release_says_when(ScheduleChangeKind kind, string summary, bool asked)
    {
        var change = Change(new(2026, 10, 8)) with { Kind = kind, Summary = Said(summary) };

        Assert.Equal(asked ? ["startsAt"] : [], ScheduleChangeQuestions.Hour(change).Select(one => one.Field));
        Assert.Empty(ScheduleChangeQuestions.Hour(change with { StartsAt = new LocalTime(12, 30) }));
        Assert.Empty(ScheduleChangeQuestions.Hour(change with { Withdrawn = true }));
    }

    [Fact]
    public void An_hour_that_one_language_leaves_out_is_asked_for()
    {
        var change = Change(new(2026, 10, 8)) with
        {
            Kind = ScheduleChangeKind.EarlyRelease,
            Summary = new Dictionary<string, string> { ["en"] = "School ends at 1.", ["es"] = "Salida temprano." },
        };

        Assert.Single(ScheduleChangeQuestions.Hour(change));
    }

    [Theory]
    [InlineData("2026-10-08", "", "")]
    [InlineData("2026-11-26", "", "2026-11-26 is no school day of any school: Thanksgiving in calendar.csv")]
    [InlineData("2026-10-10", "", "2026-10-10 is no school day of any school: a Saturday")]
    [InlineData("2026-12-05", "", "")]
    [InlineData("2026-07-08", "", "2026-07-08 is no school day of any school: no school year of calendar.csv holds it")]
    [InlineData("2026-10-09", "", "")]
    [InlineData("2026-10-09", "E1", "")]
    [InlineData("2026-10-09", "M1", "2026-10-09 is no school day of Adams Middle: Staff day in calendar.csv")]
    [InlineData("2026-12-02", "", "2026-12-02 is no school day of any school: Snow in calendar.csv")]
    public void A_change_on_a_day_without_school_is_questioned(string on, string school, string what)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value;
        var change = Change(date) with { SchoolIds = school.Length == 0 ? [] : [school] };

        Assert.Equal(what.Length == 0 ? [] : [what], ScheduleChangeQuestions.Day(change, Schools, Entries).Select(one => one.What));
        Assert.Empty(ScheduleChangeQuestions.Day(change with { Meant = [on] }, Schools, Entries));
        Assert.Empty(ScheduleChangeQuestions.Day(change with { Kind = ScheduleChangeKind.MakeUpDay }, Schools, Entries));
        Assert.Empty(ScheduleChangeQuestions.Day(change with { Withdrawn = true }, Schools, Entries));
        Assert.Empty(ScheduleChangeQuestions.Day(change, Schools, []));
    }

    [Fact]
    public void A_closure_that_the_calendar_has_too_is_said_in_the_offices_words()
    {
        Assert.Empty(ScheduleChangeQuestions.Day(Change(new(2026, 12, 2)) with { Kind = ScheduleChangeKind.Closure }, Schools, Entries));
        Assert.Single(ScheduleChangeQuestions.Day(Change(new(2026, 11, 26)) with { Kind = ScheduleChangeKind.Closure }, Schools, Entries));
    }

    [Theory]
    [InlineData("", "", "", "", "", "", true)]
    [InlineData("E1", "", "", "M1", "", "", false)]
    [InlineData("E1", "", "", "", "", "", true)]
    [InlineData("", "04", "", "", "05", "", false)]
    [InlineData("", "4", "", "", "04", "", true)]
    [InlineData("", "4th", "", "", "04", "", true)]
    [InlineData("", "11th", "", "", "1", "", false)]
    [InlineData("", "11th", "", "", "11", "", true)]
    [InlineData("", "", "S1", "", "", "S2", false)]
    [InlineData("", "", "S1", "", "", "S1", true)]
    [InlineData("", "", "S1", "M1", "", "", true)]
    [InlineData("E1", "", "S9", "M1", "", "S9", true)]
    public void Two_early_releases_of_one_day_for_the_same_students_are_questioned(
        string school, string grade, string student, string otherSchool, string otherGrade, string otherStudent, bool asked)
    {
        var one = Early("one", 12) with { SchoolIds = List(school), Grades = List(grade), StudentIds = List(student) };
        var other = Early("other", 13) with { SchoolIds = List(otherSchool), Grades = List(otherGrade), StudentIds = List(otherStudent) };

        Assert.Equal(asked ? ["kind"] : [], ScheduleChangeQuestions.Another(one, [other]).Select(found => found.Field));
        Assert.Equal(asked ? ["kind"] : [], ScheduleChangeQuestions.Another(other, [one]).Select(found => found.Field));
        Assert.Empty(ScheduleChangeQuestions.Another(one with { Meant = ["other"] }, [other]));
        Assert.Empty(ScheduleChangeQuestions.Another(one, [other, other with { Version = 2, Withdrawn = true }]));
        Assert.Empty(ScheduleChangeQuestions.Another(one, [other, other with { Version = 2, Date = new(2026, 10, 9) }]));
        Assert.Empty(ScheduleChangeQuestions.Another(one with { Version = 2, StartsAt = new(11, 0) }, [one]));
        Assert.Empty(ScheduleChangeQuestions.Another(one, [other with { Kind = ScheduleChangeKind.LateStart }]));
    }

    [Fact]
    public void Of_two_hours_at_which_a_day_ends_the_one_posted_last_is_told_alone()
    {
        var student = new Student { StudentId = "S1", FirstName = "Maya", LastName = "Quintanilla", BirthDate = new(2016, 5, 2), Grade = "04", SchoolId = "E1" };
        var district = new District { DistrictId = "D1", Name = "Cedar Valley", State = "TX", TimeZone = DateTimeZoneProviders.Tzdb["America/Chicago"] };
        var (noon, one) = (Early("b", 12), Early("a", 13) with { PostedAt = Instant.FromUtc(2026, 10, 7, 20, 0) });
        var late = Early("c", 10) with { Kind = ScheduleChangeKind.LateStart };

        Assert.Equal([late, one], Standing(noon, one, late));
        Assert.Equal([late, one], Standing(late, one, noon));
        Assert.Equal([noon], Standing(noon, one, one with { Version = 2, Withdrawn = true }));

        IReadOnlyList<ScheduleChange> Standing(params ScheduleChange[] versions) =>
            ChangedDay.Of(new(2026, 10, 8), versions, student, isPromised: true, district).Standing;
    }

    private static ScheduleChange Early(string id, int hour) =>
        Change(new(2026, 10, 8)) with { ChangeId = id, Kind = ScheduleChangeKind.EarlyRelease, StartsAt = new LocalTime(hour, 0) };

    private static ScheduleChange Change(LocalDate on) => new()
    {
        ChangeId = "t",
        Version = 1,
        DistrictId = "D1",
        Date = on,
        Kind = ScheduleChangeKind.Testing,
        PostedAt = Instant.FromUtc(2026, 10, 7, 19, 10),
    };

    private static Dictionary<string, string> Said(string summary) => summary.Length == 0 ? [] : new() { ["en"] = summary };

    private static string[] List(string text) => text.Length == 0 ? [] : [text];

    private static CalendarEntry Entry(CalendarEntryKind kind, LocalDate first, LocalDate last, string name, string? school) =>
        new() { Kind = kind, FirstDate = first, LastDate = last, Name = name, SchoolId = school };
}
