using System.Text.Json;
using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Application.Tests.PlanDates;

public class ImportDistrictFolderTests
{
    private readonly ImportHouse house = new();

    [Fact]
    public async Task A_first_import_stores_everything_and_sends_one_change_for_each_student()
    {
        var result = await house.ImportAsync(SampleFiles.Student("S1"), SampleFiles.Student("S2"));

        Assert.Equal(ImportOutcome.Imported, result.Outcome);
        Assert.Equal((2, 2, 2, 2, 2), (result.Counts.StudentsAdded, result.Counts.Students, result.Counts.Plans, result.Counts.DatesAdded, result.ChangesSent));
        var changes = await house.RefreshAsync();
        Assert.Equal(["S1", "S2"], changes.Select(change => change.StudentId).Order());
        Assert.All(changes, change => Assert.Equal(SampleFiles.DistrictId, change.DistrictId));
        Assert.Equal(Text(SampleFiles.Student("S2")), Text((await house.StudentAsync("S2"))!));
        Assert.Equal([SampleFiles.DistrictId], await new DistrictFiles(house.Tables).AllIdsAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Importing_the_same_folder_again_writes_and_sends_nothing()
    {
        await house.ImportAsync(SampleFiles.Student("S1"), SampleFiles.Student("S2"));
        await house.RefreshAsync();
        house.Tables.AfterWrite = (what, table) => Assert.Fail($"{what} {table}");

        var result = await house.ImportAsync(SampleFiles.Student("S1"), SampleFiles.Student("S2"));

        Assert.True(result.Counts.ChangedNothing);
        Assert.Equal(0, result.ChangesSent);
        Assert.Empty(house.Queues.Bodies(QueueNames.PlanChanges));
    }

    [Fact]
    public async Task Only_the_student_who_changed_is_written_and_sent()
    {
        await house.ImportAsync(SampleFiles.Student("S1"), SampleFiles.Student("S2"));
        await house.RefreshAsync();

        var result = await house.ImportAsync(SampleFiles.Student("S1"), SampleFiles.Student("S2", dates: Held(2026, 10, 1)));

        Assert.Equal((1, 1, 1), (result.Counts.StudentsChanged, result.Counts.DatesAdded, result.Counts.DatesRemoved));
        var change = Assert.Single(await house.RefreshAsync());
        Assert.Equal("S2", change.StudentId);
        Assert.Empty(await house.StaleAsync());
    }

    [Fact]
    public async Task A_student_who_is_missing_is_named_and_ends_with_a_reason()
    {
        await house.ImportAsync(SampleFiles.Student("S1"), SampleFiles.Student("S2"));
        await house.RefreshAsync();

        var result = await house.ImportAsync(SampleFiles.Student("S1"));

        Assert.Equal((1, 1), (result.Counts.StudentsGone, result.Counts.PlansGone));
        Assert.Equal(
            "students.csv, studentId \"S2\": the student is stored, but no longer in the folder: all reminders end. "
            + "Keep the row of a student who left, and add an exited date to the plan.",
            Assert.Single(result.Problems).ToString());
        var change = Assert.Single(await house.RefreshAsync());
        Assert.Equal(("S2", "the student is no longer in the district's folder"), (change.StudentId, change.Reason));
        Assert.True((await house.StudentAsync("S2"))!.IsGone);
    }

    [Fact]
    public async Task A_student_who_comes_back_is_there_again()
    {
        await house.ImportAsync(SampleFiles.Student("S1"), SampleFiles.Student("S2"));
        await house.ImportAsync(SampleFiles.Student("S1"));
        await house.RefreshAsync();

        var result = await house.ImportAsync(SampleFiles.Student("S1"), SampleFiles.Student("S2"));

        Assert.Equal(1, result.Counts.StudentsAdded);
        Assert.Equal("S2", Assert.Single(await house.RefreshAsync()).StudentId);
        Assert.NotNull(await house.StudentAsync("S2"));
    }

    [Fact]
    public async Task A_closure_of_one_school_is_sent_for_its_students_alone_and_named()
    {
        StudentFile[] students = [SampleFiles.Student("S1"), SampleFiles.Student("S2", "E2")];
        await house.ImportAsync(students);
        await house.RefreshAsync();

        var result = await house.ImportAsync(new FakeReading(WithClosure("E2"), students));

        Assert.Equal((true, 1), (result.Counts.DistrictChanged, result.Counts.StudentsOfChangedCalendar));
        var change = Assert.Single(await house.RefreshAsync());
        Assert.Equal(("S2", "calendar: closure 2027-02-03 added"), (change.StudentId, change.Reason));
    }

    [Fact]
    public async Task A_change_of_policies_is_sent_for_everybody()
    {
        StudentFile[] students = [SampleFiles.Student("S1"), SampleFiles.Student("S2", "E2")];
        await house.ImportAsync(students);
        await house.RefreshAsync();
        var before = SampleFiles.District();
        var after = before with { District = before.District with { Policies = before.District.Policies with { AnnualRule = AnnualRule.DayBefore } } };

        await house.ImportAsync(new FakeReading(after, students));

        var changes = await house.RefreshAsync();
        Assert.Equal(["S1", "S2"], changes.Select(change => change.StudentId).Order());
        Assert.All(changes, change => Assert.Equal("the district's settings changed", change.Reason));
        Assert.Empty(await house.StaleAsync());
    }

    [Fact]
    public async Task New_staff_is_stored_and_moves_no_due_date()
    {
        await house.ImportAsync(SampleFiles.Student("S1"));
        await house.RefreshAsync();

        await house.ImportAsync(new FakeReading(SampleFiles.District(staff: 7), SampleFiles.Student("S1")));

        Assert.Empty(await house.RefreshAsync());
        Assert.Equal(7, (await new DistrictFiles(house.Tables).GetAsync(SampleFiles.DistrictId, default))!.Staff.Count);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_changes_nothing()
    {
        await house.ImportAsync(SampleFiles.Student("S1"));

        var result = await house.ImportAsync(new FakeReading(null));

        Assert.Equal(ImportOutcome.Refused, result.Outcome);
        Assert.NotNull(await house.StudentAsync("S1"));
    }

    [Fact]
    public async Task A_student_too_large_for_the_store_is_a_problem_and_what_is_stored_stays()
    {
        await house.ImportAsync(SampleFiles.Student("S1"));
        var days = Enumerable.Range(0, 12_000).Select(day => new PlanDate(PlanDateKind.Absence, new LocalDate(2000, 1, 1).PlusDays(day), "an excused absence"));

        var result = await house.ImportAsync(SampleFiles.Student("S1", dates: [.. days]), SampleFiles.Student("S2"));

        Assert.Contains("more than the store keeps of one student", Assert.Single(result.Problems).What, StringComparison.Ordinal);
        Assert.Single((await house.StudentAsync("S1"))!.Plans[0].Dates);
        Assert.NotNull(await house.StudentAsync("S2"));
    }

    [Fact]
    public async Task Two_districts_do_not_see_each_other()
    {
        await house.ImportAsync(SampleFiles.Student("S1"));
        var other = SampleFiles.District();
        other = other with { District = other.District with { DistrictId = "oak" } };

        await house.ImportAsync(new FakeReading(other, SampleFiles.Student("S9") with { DistrictId = "oak" }));

        Assert.NotNull(await house.StudentAsync("S1"));
        Assert.Equal(["S9"], await new StudentFiles(house.Tables).StudentIdsAsync("oak", default).ToListAsync());
    }

    [Fact]
    public async Task An_import_overtaken_by_another_says_so()
    {
        await house.ImportAsync(SampleFiles.Student("S1"));
        var overtaken = false;
        house.Tables.BeforeCall = (what, table) =>
        {
            if (what == "replace" && table == "Students" && !overtaken)
            {
                overtaken = true;
                house.ImportAsync(SampleFiles.Student("S1", dates: Held(2026, 9, 9))).GetAwaiter().GetResult();
            }
        };

        await Assert.ThrowsAsync<ImportOvertakenException>(() => house.ImportAsync(SampleFiles.Student("S1", dates: Held(2026, 10, 1))));

        Assert.Equal(Held(2026, 9, 9), (await house.StudentAsync("S1"))!.Plans[0].Dates);
        await house.RefreshAsync();
        Assert.Empty(await house.StaleAsync());
    }

    internal static PlanDate[] Held(int year, int month, int day) => [new(PlanDateKind.IepMeetingHeld, new LocalDate(year, month, day))];

    internal static DistrictFile WithClosure(string? school)
    {
        var file = SampleFiles.District();
        var day = new LocalDate(2027, 2, 3);
        return file with
        {
            Calendar = [.. file.Calendar, new CalendarEntry { Kind = CalendarEntryKind.Closure, FirstDate = day, LastDate = day, SchoolId = school }],
        };
    }

    private static string Text(StudentFile file) => JsonSerializer.Serialize(StoredStudent.Of(file), StoredJson.Compact.StoredStudent);
}
