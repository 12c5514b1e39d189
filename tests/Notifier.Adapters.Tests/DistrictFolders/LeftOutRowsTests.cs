using Notifier.Adapters.DistrictFolders;
using Notifier.Application.PlanDates;

namespace Notifier.Adapters.Tests.DistrictFolders;

/// <summary>A row that is left out is a question to somebody: to the student's case manager where the row says whose it is.</summary>
public sealed class LeftOutRowsTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rows_of_one_plan_are_one_question_about_it()
    {
        folder.Add("plan-dates.csv", "P1,iepMeetingHold,2026-09-01,", "P1,iepMeetingHeld,2026-02-30,", "P2,iepMeetingHeld,never,");

        var students = Read();

        Assert.Equal(
            ("P1", "2 rows about plan P1 were left out of the last import; the first: plan-dates.csv, kind \"iepMeetingHold\": the kind is not known. Write iepMeetingHeld if that is meant."),
            Only(students["S1"]));
        Assert.StartsWith("1 row about plan P2 was left out", Only(students["S2"]).What, StringComparison.Ordinal);
        Assert.All(students.Values.SelectMany(gaps => gaps), gap => Assert.Equal(StudentGapKind.RowsLeftOut, gap.Kind));
    }

    [Theory]
    [InlineData("contacts.csv", "C9,S1,,aunt,en,,,email,,yes,", "", "contacts.csv, name: the field is empty")]
    [InlineData("plans.csv", "P9,S1,iepp,CM1", "P9", "plans.csv, kind \"iepp\": the kind is not known")]
    [InlineData("accommodations.csv", "P1,,the evening before", "P1", "accommodations.csv, kind: the field is empty")]
    [InlineData("students.csv", "S1,Ana,Ruiz,2016-03-04,05,E1", "", "students.csv, studentId \"S1\": line 2 has the same id")]
    public void A_row_of_any_file_is_a_question_about_its_student(string file, string row, string plan, string what)
    {
        folder.Add(file, row);

        var (planId, words) = Only(Read()["S1"]);

        Assert.Equal(plan, planId);
        Assert.Contains(what, words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_student_whose_own_row_is_wrong_has_the_question_too()
    {
        folder.Add("students.csv", "S3,Cy,Dow,2016-13-40,05,E1");

        Assert.Contains("birthDate \"2016-13-40\"", Only(Read()["S3"]).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P9,consentReceived,2026-09-01,", "ConsentReceived")]
    [InlineData("P9,consentReceived,never,", "ConsentReceived")]
    [InlineData("P9,consentGot,2026-09-01,", null)]
    [InlineData("P9;meetingScheduled;2026-12-18", null)]
    public void A_plan_date_of_nobody_knows_whom_says_its_kind_where_it_can_be_read(string row, string? kind)
    {
        folder.Add("plan-dates.csv", row);

        using var reading = Reading();

        Assert.True(reading.Unread.HasFlag(MissingRows.Dates));
        Assert.Equal(kind, reading.UnreadDateKinds is { } kinds ? Assert.Single(kinds).ToString() : null);
    }

    [Theory]
    [InlineData("calendar.csv", "noSchool,2026-13-01,,Fog,")]
    [InlineData("schools.csv", ",Nameless")]
    [InlineData("staff.csv", ",Nobody,,,,,")]
    [InlineData("students.csv", ",Ana,Ruiz,2016-03-04,05,E1")]
    [InlineData("contacts.csv", "C9,S9,Kim,aunt,en,,,email,,yes,")]
    [InlineData("plan-dates.csv", "P9,iepMeetingHeld,2026-09-01,")]
    [InlineData("plans.csv", "P9,S1,iep")]
    public void A_row_of_nobody_knows_whom_is_a_question_to_the_district(string file, string row)
    {
        folder.Add(file, row);

        using var reading = Reading();

        var gap = Assert.Single(reading.LeftOut);
        Assert.Equal((file, 1), (gap.File, gap.Rows));
        Assert.StartsWith($"{file}, line ", gap.First, StringComparison.Ordinal);
        Assert.All(reading.Students(default), student => Assert.Empty(student.Gaps));
    }

    private static (string PlanId, string What) Only(IReadOnlyList<StudentGap> gaps)
    {
        var gap = Assert.Single(gaps);
        return (gap.PlanId, gap.What);
    }

    private Dictionary<string, IReadOnlyList<StudentGap>> Read()
    {
        using var reading = Reading();
        return reading.Students(default).ToDictionary(student => student.StudentId, student => student.Gaps);
    }

    private DistrictReading Reading() => new DistrictFolderReader(folder.Clock).Read(folder.Save().Path, _ => { });
}
