using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Application.Tests.PlanDates;

/// <summary>What is stored is not lost because somebody mistyped a row.</summary>
public class RejectedRowsTests
{
    private static readonly PlanDate[] Dates =
    [
        new(PlanDateKind.IepMeetingHeld, new LocalDate(2025, 10, 1)),
        new(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 10, 1)),
        new(PlanDateKind.EvaluationCompleted, new LocalDate(2025, 9, 1)),
    ];

    private readonly ImportHouse house = new();

    [Fact]
    public async Task A_student_whose_row_was_rejected_stays_as_stored()
    {
        await house.ImportAsync(SampleFiles.Student("S1"), SampleFiles.Student("S2"));
        await house.RefreshAsync();

        var result = await house.ImportAsync(new FakeReading(SampleFiles.District(), SampleFiles.Student("S1")) { Rejected = ["S2"] });

        Assert.True(result.Counts.ChangedNothing);
        Assert.NotNull(await house.StudentAsync("S2"));
        Assert.Empty(await house.RefreshAsync());
    }

    [Fact]
    public async Task Nobody_counts_as_gone_while_a_row_of_the_students_cannot_be_read()
    {
        await house.ImportAsync(SampleFiles.Student("S1"), SampleFiles.Student("S2"));

        await house.ImportAsync(new FakeReading(SampleFiles.District(), SampleFiles.Student("S1")) { Unread = MissingRows.Students });

        Assert.NotNull(await house.StudentAsync("S2"));
    }

    [Theory]
    [InlineData(MissingRows.None, 0)]
    [InlineData(MissingRows.Contacts, 2)]
    public async Task Contacts_are_kept_while_one_of_their_rows_is_rejected(MissingRows missing, int kept)
    {
        await house.ImportAsync(SampleFiles.Student("S1"));

        await ImportMissingAsync(SampleFiles.Student("S1") with { Contacts = [] }, missing);

        Assert.Equal(kept, (await house.StudentAsync("S1"))!.Contacts.Count);
    }

    [Theory]
    [InlineData(MissingRows.None, 0)]
    [InlineData(MissingRows.Plans, 1)]
    public async Task Plans_are_kept_while_one_of_their_rows_is_rejected(MissingRows missing, int kept)
    {
        await house.ImportAsync(SampleFiles.Student("S1"));

        await ImportMissingAsync(SampleFiles.Student("S1") with { Plans = [] }, missing);

        var plans = (await house.StudentAsync("S1"))!.Plans;
        Assert.Equal(kept, plans.Count);
        Assert.All(plans, plan => Assert.NotEmpty(plan.Dates));
    }

    [Fact]
    public async Task Dates_are_kept_where_the_folder_has_fewer_of_their_kind()
    {
        await house.ImportAsync(SampleFiles.Student("S1", dates: Dates));

        await ImportMissingAsync(SampleFiles.Student("S1", dates: [Dates[0], Dates[2]]), MissingRows.Dates);

        Assert.Equal(Dates.ToHashSet(), (await house.StudentAsync("S1"))!.Plans[0].Dates.ToHashSet());
    }

    [Fact]
    public async Task A_row_of_nobody_knows_whom_keeps_no_date_of_another_kind()
    {
        await house.ImportAsync(SampleFiles.Student("S1", dates: Dates));
        var reading = new FakeReading(SampleFiles.District(), SampleFiles.Student("S1", dates: [Dates[0]]))
        {
            Unread = MissingRows.Dates,
            UnreadDateKinds = new HashSet<PlanDateKind> { Dates[2].Kind },
        };

        await house.ImportAsync(reading);

        Assert.NotEqual(Dates[1].Kind, Dates[2].Kind);
        Assert.Equal([Dates[0], Dates[2]], (await house.StudentAsync("S1"))!.Plans[0].Dates.OrderBy(date => Array.IndexOf(Dates, date)));
    }

    [Fact]
    public async Task A_corrected_date_replaces_the_stored_one_although_another_row_was_rejected()
    {
        await house.ImportAsync(SampleFiles.Student("S1", dates: Dates));
        PlanDate[] corrected = [Dates[0], new(PlanDateKind.IepMeetingHeld, new LocalDate(2026, 10, 2))];

        await ImportMissingAsync(SampleFiles.Student("S1", dates: corrected), MissingRows.Dates);

        Assert.Equal(corrected.Append(Dates[2]).ToHashSet(), (await house.StudentAsync("S1"))!.Plans[0].Dates.ToHashSet());
    }

    [Fact]
    public async Task Accommodations_are_kept_while_one_of_their_rows_is_rejected()
    {
        await house.ImportAsync(SampleFiles.Student("S1"));

        await ImportMissingAsync(SampleFiles.Student("S1") with { Accommodations = [] }, MissingRows.Accommodations);

        Assert.Single((await house.StudentAsync("S1"))!.Accommodations);
    }

    [Fact]
    public async Task The_stored_calendar_and_staff_are_kept_while_their_rows_are_rejected()
    {
        await house.ImportAsync(new FakeReading(SampleFiles.District(staff: 5), SampleFiles.Student("S1")));
        var read = SampleFiles.District(staff: 3);

        await house.ImportAsync(new FakeReading(read with { Calendar = [read.Calendar[0]], Schools = [] }, SampleFiles.Student("S1"))
        {
            Gaps = new RejectedFiles(Calendar: true, Schools: true, Staff: true),
        });

        var stands = await new DistrictFiles(house.Tables).GetAsync(SampleFiles.DistrictId, default);
        Assert.Equal((2, 2, 5), (stands!.Calendar.Count, stands.Schools.Count, stands.Staff.Count));
    }

    private Task<ImportResult> ImportMissingAsync(StudentFile file, MissingRows missing) => house.ImportAsync(
        new FakeReading(SampleFiles.District(), file) { Missing = new Dictionary<string, MissingRows> { ["S1"] = missing } });
}
