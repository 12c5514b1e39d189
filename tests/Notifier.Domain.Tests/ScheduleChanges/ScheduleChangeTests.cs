using NodaTime;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Domain.Tests.ScheduleChanges;

/// <summary>Whom a change concerns, which version stands, and what its author must mend.</summary>
public sealed class ScheduleChangeTests
{
    private static readonly District District = new()
    {
        DistrictId = "D1",
        Name = "Cedar Valley",
        State = "TX",
        TimeZone = DateTimeZoneProviders.Tzdb["America/Chicago"],
    };

    private static readonly Student Student = new()
    {
        StudentId = "S1",
        FirstName = "Maya",
        LastName = "Quintanilla",
        BirthDate = new(2016, 5, 2),
        Grade = "04",
        SchoolId = "E1",
    };

    private static readonly ScheduleChange Change = new()
    {
        ChangeId = "2026-03-02-testing",
        Version = 1,
        DistrictId = "D1",
        Date = new(2026, 3, 3),
        Kind = ScheduleChangeKind.Testing,
        Summary = new Dictionary<string, string> { ["en"] = "Practice testing all morning." },
        PostedAt = Instant.FromUtc(2026, 3, 2, 19, 10),
    };

    [Theory]
    [InlineData("", "", "", true)]
    [InlineData("E1", "", "", true)]
    [InlineData("E2", "", "", false)]
    [InlineData("E1", "04", "", true)]
    [InlineData("E1", "05", "", false)]
    [InlineData("", "04", "", true)]
    [InlineData("", "", "S1", true)]
    [InlineData("", "", "S2", false)]
    [InlineData("E2", "", "S1", true)]
    [InlineData("E1", "05", "S2", false)]
    public void Concerns_by_school_and_grade_or_by_name(string school, string grade, string student, bool concerned)
    {
        var change = Change with { SchoolIds = List(school), Grades = List(grade), StudentIds = List(student) };

        Assert.Equal(concerned, change.Concerns(Student, isPromised: true));
        Assert.False(change.Concerns(Student, isPromised: false));
        Assert.Equal(concerned, (change with { Everyone = true }).Concerns(Student, isPromised: false));
    }

    [Fact]
    public void The_highest_version_stands_in_any_order_and_of_one_number_the_later_one()
    {
        var second = Change with { Version = 2, Withdrawn = true };
        var again = second with { Withdrawn = false, PostedAt = Change.PostedAt + Duration.FromMinutes(1) };

        Assert.Same(second, ScheduleChange.Newest([second, Change]));
        Assert.Same(second, ScheduleChange.Newest([Change, second]));
        Assert.Same(again, ScheduleChange.Newest([again, second, Change]));
        Assert.Same(again, ScheduleChange.Newest([Change, second, again]));
    }

    [Fact]
    public void Versions_that_say_the_same_are_told_as_one()
    {
        Assert.Equal(Change.Said, (Change with { Version = 7, Grades = ["04"] }).Said);
        Assert.NotEqual(Change.Said, (Change with { Summary = new Dictionary<string, string> { ["en"] = "No testing." } }).Said);
        Assert.NotEqual(Change.Said, (Change with { StartsAt = new LocalTime(9, 0) }).Said);
    }

    [Fact]
    public void Begins_with_its_own_hour_else_with_the_school_day()
    {
        Assert.Equal(Instant.FromUtc(2026, 3, 3, 14, 30), Change.BeginsAt(District));
        Assert.Equal(Instant.FromUtc(2026, 3, 3, 18, 0), (Change with { StartsAt = new LocalTime(12, 0) }).BeginsAt(District));
        // A school day that starts at ten is different from half past eight on.
        Assert.Equal(
            Instant.FromUtc(2026, 3, 3, 14, 30),
            (Change with { Kind = ScheduleChangeKind.LateStart, StartsAt = new LocalTime(10, 0) }).BeginsAt(District));
    }

    [Fact]
    public void A_good_change_has_no_problem() => Assert.Empty(Problems(Change with { SchoolIds = ["E1"] }));

    [Fact]
    public void Every_problem_names_its_field_and_how_to_mend_it()
    {
        var found = Problems(Change with
        {
            ChangeId = "a b",
            Version = 0,
            DistrictId = "D2",
            SchoolIds = ["E9"],
            Grades = [" "],
            StudentIds = [""],
            Summary = new Dictionary<string, string>
            {
                ["english"] = "Tests.",
                ["en"] = "Children with an IEP stay home.",
                ["es"] = new string('x', 121),
                ["fr"] = " ",
                ["de"] = "See https://example.org",
            },
        });

        Assert.Equal(
            ["changeId", "version", "districtId", "schoolIds", "grades", "studentIds", "summary.english", "summary.es", "summary.fr", "summary.de", "summary.en"],
            found.Select(one => one.Field));
        Assert.All(found, one => Assert.NotEmpty(one.Remedy));
        Assert.Equal("schoolIds: there is no school 'E9'. Write a schoolId of schools.csv, or import the folder that has it.", found[3].ToString());
    }

    [Fact]
    public void What_only_the_summary_could_say_needs_one_unless_it_is_withdrawn()
    {
        var bare = Change with { Kind = ScheduleChangeKind.Other, Summary = new Dictionary<string, string>() };

        Assert.Equal("summary", Assert.Single(Problems(bare)).Field);
        Assert.Empty(Problems(bare with { Withdrawn = true }));
        Assert.Empty(Problems(bare with { Kind = ScheduleChangeKind.Closure }));
    }

    private static IReadOnlyList<ScheduleChangeProblem> Problems(ScheduleChange change) =>
        ScheduleChangeCheck.Of(change, District, [new School { SchoolId = "E1", Name = "Lincoln Elementary" }]);

    private static string[] List(string text) => text.Length == 0 ? [] : [text];
}
