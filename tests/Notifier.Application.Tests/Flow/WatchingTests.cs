using NodaTime;
using Notifier.Application.Problems;
using Notifier.Application.Reminders;
using Notifier.Evidence;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>What looks after the flow itself: the audit of the agenda and the watch over the runs.</summary>
public sealed class WatchingTests : FlowTest
{
    [Fact]
    public async Task A_reminder_lost_from_the_agenda_is_put_back_and_reported()
    {
        await ImportAsync();
        await FirstNightAsync();
        await World.RunHourAsync();
        var place = await APlaceAsync(ReminderDay);
        var shard = World.UseCases.Agenda.ShardOf(OakHill.StudentId);
        Assert.True(await Tables.Open("Agenda").DeleteAsync(
            AgendaPlace.Partition(OakHill.DistrictId, place.On, shard), AgendaPlace.RowKey(OakHill.StudentId, place.ReminderId), null,
            CancellationToken.None));

        await World.UseCases.AuditAgenda.RunAsync(CancellationToken.None);

        Assert.NotNull(await World.UseCases.Agenda.FindAsync(
            OakHill.DistrictId, OakHill.StudentId, place, CancellationToken.None));
        var entry = Assert.Single(await EvidenceAsync(EvidenceKind.AgendaRepaired));
        Assert.Equal("missingInAgenda=1", entry.Detail);
    }

    [Fact]
    public async Task On_the_day_of_its_first_import_what_is_still_being_computed_is_no_fault()
    {
        await World.ImportAsync(OakHill.District(), [OakHill.Family(new Notifier.PlanDates.PlanDate(Law.PlanDateKind.IepMeetingHeld, MeetingHeld))]);

        await World.UseCases.AuditAgenda.RunAsync(CancellationToken.None);
        Assert.Empty(await EvidenceAsync(EvidenceKind.AgendaRepaired));

        // The message that says what to compute was lost for good: the next night finds it out.
        Clock.Advance(Duration.FromDays(1));
        await World.UseCases.AuditAgenda.RunAsync(CancellationToken.None);
        Assert.Single(await EvidenceAsync(EvidenceKind.AgendaRepaired));
    }

    [Fact]
    public async Task A_change_whose_message_was_lost_is_found()
    {
        await ImportAsync();
        await FirstNightAsync();
        await World.RunHourAsync();
        Queues.BeforeCall = (what, queue) => _ = what == "send" && queue == "plan-changes" ? throw new TimeoutException() : what;
        await Assert.ThrowsAnyAsync<Exception>(() => ImportAsync(OakHill.Family(
            new Notifier.PlanDates.PlanDate(Law.PlanDateKind.IepMeetingHeld, MeetingHeld.PlusDays(30)))));
        Queues.BeforeCall = null;

        await World.UseCases.AuditAgenda.RunAsync(CancellationToken.None);

        var schedule = (await World.UseCases.Schedules.ReadAsync(
            OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).Schedule;
        Assert.Equal(
            new LocalDate(2026, 12, 14), schedule.DueDates.Single(due => due.Obligation.Value == Obligation).DueOn);
        Assert.Single(await EvidenceAsync(EvidenceKind.AgendaRepaired));
    }

    [Fact]
    public async Task Where_nothing_differs_nothing_is_recorded()
    {
        await ImportAsync();
        await FirstNightAsync();
        await World.RunUntilAsync(OakHill.At(2026, 11, 20, 2), Duration.FromHours(6));

        await World.UseCases.AuditAgenda.RunAsync(CancellationToken.None);

        Assert.Empty(await EvidenceAsync(EvidenceKind.AgendaRepaired));
    }

    [Fact]
    public async Task A_district_imported_after_the_hour_of_its_first_day_raises_no_alarm_before_the_next()
    {
        await ImportAsync();
        Clock.MoveTo(OakHill.At(2026, 10, 13, 15));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Empty(await ProblemsAsync(ProblemKind.RunNotFinished));

        Clock.MoveTo(OakHill.At(2026, 10, 14, 15));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Single(await ProblemsAsync(ProblemKind.RunNotFinished));
    }

    [Fact]
    public async Task A_run_that_is_late_is_a_problem_until_it_is_done()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 12));
        Clock.MoveTo(OakHill.At(2026, 10, 14, 7, 59));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Empty(await ProblemsAsync(ProblemKind.RunNotFinished));

        Clock.MoveTo(OakHill.At(2026, 10, 14, 8));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Single(await ProblemsAsync(ProblemKind.RunNotFinished));

        await World.RunHourAsync();
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Empty(await ProblemsAsync(ProblemKind.RunNotFinished));
    }

    private async Task<AgendaPlace> APlaceAsync(LocalDate on) =>
        (await World.UseCases.Schedules.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None))
            .Schedule.Agenda.Select(AgendaPlace.FromText).First(place => place.On == on);

    // As if it had been imported the day before.
    private async Task FirstNightAsync()
    {
        Clock.Advance(Duration.FromDays(-1));
        await World.UseCases.AuditAgenda.RunAsync(CancellationToken.None);
        Clock.Advance(Duration.FromDays(1));
    }
}
