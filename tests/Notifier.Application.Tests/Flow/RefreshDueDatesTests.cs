using NodaTime;
using Notifier.Application.Problems;
using Notifier.Calendars;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

public sealed class RefreshDueDatesTests : FlowTest
{
    private static readonly PlanDate Placement = new(PlanDateKind.PlacementChangeDecided, new LocalDate(2026, 10, 12));

    [Fact]
    public async Task The_agenda_holds_exactly_the_reminders_of_the_plan()
    {
        await ImportAsync();
        await World.RunHourAsync();

        Assert.Equal(await ExpectedAsync(), await AgendaAsync());
    }

    [Fact]
    public async Task A_closure_moves_school_day_dates_and_says_from_where_to_where_and_why()
    {
        await ImportAsync(File(Placement));
        await World.RunHourAsync();
        var before = await DueOnAsync("manifestation-determination");

        var closure = OakHill.Entry(CalendarEntryKind.Closure, new LocalDate(2026, 10, 15), new LocalDate(2026, 10, 16), "Storm");
        await World.ImportAsync(OakHill.District(closure), File(Placement));
        await World.RunHourAsync();

        // Ten school days: Mon 2026-10-26; two of them closed: Wed 2026-10-28.
        Assert.Equal(new LocalDate(2026, 10, 26), before);
        Assert.Equal(new LocalDate(2026, 10, 28), await DueOnAsync("manifestation-determination"));
        var moved = Assert.Single(
            await EvidenceAsync(EvidenceKind.DueDateMoved),
            row => EvidenceDetail.Find(row.Detail, "obligation") == "manifestation-determination");
        Assert.Equal("2026-10-26", EvidenceDetail.Find(moved.Detail, "old"));
        Assert.Equal("2026-10-28", EvidenceDetail.Find(moved.Detail, "new"));
        Assert.Equal("the calendar changed", EvidenceDetail.Find(moved.Detail, "reason"));
        Assert.DoesNotContain(
            await EvidenceAsync(EvidenceKind.DueDateMoved), row => EvidenceDetail.Find(row.Detail, "obligation") == Obligation);
        Assert.Equal(await ExpectedAsync(), await AgendaAsync());
    }

    [Fact]
    public async Task Refreshing_again_changes_and_records_nothing()
    {
        await ImportAsync(File(Placement));
        await World.RunHourAsync();
        var (agenda, evidence) = (await AgendaAsync(), (await World.EvidenceAsync()).Count);

        await World.UseCases.RefreshDueDates.RunAsync(Change(), CancellationToken.None);

        Assert.Equal(agenda, await AgendaAsync());
        Assert.Equal(evidence, (await World.EvidenceAsync()).Count);
    }

    [Fact]
    public async Task A_corrected_starting_date_moves_the_due_date()
    {
        await ImportAsync();
        await World.RunHourAsync();
        await ImportAsync(OakHill.Family(new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld.PlusDays(3))));
        await World.RunHourAsync();

        var moved = Assert.Single(
            await EvidenceAsync(EvidenceKind.DueDateMoved), row => EvidenceDetail.Find(row.Detail, "obligation") == Obligation);
        Assert.Equal("the clock starts on 2025-11-17 instead of 2025-11-14", EvidenceDetail.Find(moved.Detail, "reason"));
    }

    [Fact]
    public async Task Exit_empties_the_agenda()
    {
        await ImportAsync();
        await World.RunHourAsync();
        await ImportAsync(File(new PlanDate(PlanDateKind.Exited, new LocalDate(2026, 10, 12))));
        await World.RunHourAsync();

        Assert.DoesNotContain(await AgendaAsync(), row => row.Contains(Obligation, StringComparison.Ordinal));
        Assert.Equal(await ExpectedAsync(), await AgendaAsync());
    }

    [Fact]
    public async Task A_due_date_that_cannot_be_computed_is_a_problem_until_it_is_mended()
    {
        // School days of a year that is not on file.
        var later = new PlanDate(PlanDateKind.PlacementChangeDecided, new LocalDate(2025, 5, 20));
        await ImportAsync(File(later));
        await World.RunHourAsync();

        var problem = Assert.Single(
            await ProblemsAsync(ProblemKind.DueDateUnknown), row => row.Obligation == "manifestation-determination");
        Assert.Equal(("T1", OakHill.PlanId), (problem.OwnerId, problem.PlanId));
        Assert.NotEmpty(problem.What);
        Assert.Contains(Provider.Messages, message => message.Address == "t1@example.org"
            && message.Content.Template.StartsWith("staff-problem", StringComparison.Ordinal));

        var told = Provider.Messages.Count;
        await World.UseCases.RefreshDueDates.RunAsync(Change(), CancellationToken.None);
        await World.RunHourAsync();
        Assert.Equal(told, Provider.Messages.Count);

        await ImportAsync();
        await World.RunHourAsync();
        Assert.DoesNotContain(
            await ProblemsAsync(ProblemKind.DueDateUnknown), row => row.Obligation == "manifestation-determination");
    }

    [Fact]
    public async Task A_plan_recorded_after_todays_run_is_told_of_at_once_and_once()
    {
        await World.ImportAsync(OakHill.District());
        await World.RunHourAsync();
        await ImportAsync();
        await World.RunHourAsync();
        await World.RunHourAsync();

        // 32 days ahead: of the rungs 60 and 30 only the first has passed.
        Assert.Empty(await TakenAsync());
        var told = Assert.Single(await World.NoticesAsync(), row => row.Obligation.Value == Obligation);
        Assert.Equal(("T1", "caseManager-60"), (told.RecipientId, told.StepId));
        Assert.Single(Provider.Messages, message => message.NoticeId == told.NoticeId);
    }

    [Fact]
    public async Task When_a_due_date_has_passed_the_student_is_computed_anew_without_any_change()
    {
        await ImportAsync();
        await World.RunHourAsync();
        var first = await World.UseCases.Schedules.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);

        await World.RunUntilAsync(OakHill.At(2026, 11, 16, 12), Duration.FromHours(6));

        var later = await World.UseCases.Schedules.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);
        Assert.True(later.Schedule.Revision > first.Schedule.Revision);
        Assert.Equal(new LocalDate(2026, 11, 15), later.Schedule.AsOf);
    }

    private static Application.PlanDates.PlanChange Change() =>
        new() { DistrictId = OakHill.DistrictId, StudentId = OakHill.StudentId, Reason = "test" };

    private async Task<LocalDate?> DueOnAsync(string obligation)
    {
        var read = await World.UseCases.Schedules.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None);
        return read.Schedule.DueDates.Single(due => due.Obligation.Value == obligation).DueOn;
    }

    private Task<IReadOnlyList<string>> AgendaAsync() => AgendaFindings.StandsAsync(World);

    private Task<IReadOnlyList<string>> ExpectedAsync() => AgendaFindings.ExpectedAsync(World);
}
