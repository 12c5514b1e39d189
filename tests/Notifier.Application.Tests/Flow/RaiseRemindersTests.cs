using NodaTime;
using Notifier.Application.Problems;
using Notifier.Application.Reminders;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

public sealed class RaiseRemindersTests : FlowTest
{
    [Theory]
    [InlineData(2026, 10, 14, 5, 59, "2026-10-13")]
    [InlineData(2026, 10, 14, 6, 0, "2026-10-14")]
    [InlineData(2026, 10, 14, 23, 59, "2026-10-14")]
    // The nights in which the clocks change: 6:00 exists once on each of these days.
    [InlineData(2026, 3, 8, 5, 59, "2026-03-07")]
    [InlineData(2026, 3, 8, 6, 0, "2026-03-08")]
    [InlineData(2026, 11, 1, 6, 0, "2026-11-01")]
    public void The_day_to_run_is_the_last_whose_run_hour_has_come(int year, int month, int day, int hour, int minute, string expected) =>
        Assert.Equal(
            expected,
            RaiseReminders.DayToRun(OakHill.District().District, OakHill.At(year, month, day, hour, minute)).ToString("uuuu-MM-dd", null));

    [Fact]
    public async Task Nothing_is_raised_before_the_run_hour_and_the_day_is_raised_once()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5, 30));
        Assert.Empty(await TakenAsync());

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 23));
        Assert.Equal(3, (await TakenAsync()).Count);
        Assert.Equal(ReminderDay, (await ProgressAsync()).DoneThrough);
    }

    [Fact]
    public async Task After_an_outage_each_person_hears_once_where_things_stand()
    {
        await ImportAsync();
        await World.RunHourAsync();
        Provider.Answering = null;
        var before = Provider.Messages.Count;

        // Down from the day of the 30th day before to five days before: 30, 14 and 7 were all missed.
        Clock.MoveTo(OakHill.At(2026, 11, 9, 9));
        await World.RunHourAsync();

        Assert.Equal([(Mother, Channel.Sms), (Father, Channel.Email), ("T1", Channel.Email), ("T2", Channel.Email)], await TakenAsync());
        Assert.Equal("caseManager-7", (await NoticeAsync("T1", Channel.Email)).StepId);
        Assert.True(Provider.Messages.Count > before);
    }

    [Fact]
    public async Task Days_too_far_back_are_reported_and_not_raised()
    {
        await ImportAsync();
        await World.RunHourAsync();
        Clock.MoveTo(OakHill.At(2027, 2, 1, 9));
        await World.RunHourAsync();

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.DaysNotRun));
        Assert.Contains("2026-10-14 to 2026-12-03", problem.What, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2027, 2, 1), (await ProgressAsync()).DoneThrough);
    }

    [Fact]
    public async Task A_run_that_broke_off_is_finished_by_the_next_one()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        Clock.MoveTo(OakHill.At(2026, 10, 14, 9));
        Queues.BeforeCall = (what, _) => _ = what == "send" ? throw new TimeoutException() : what;
        await Assert.ThrowsAsync<TimeoutException>(() => World.UseCases.RaiseReminders.RunAsync(CancellationToken.None));
        Assert.Equal(ReminderDay.PlusDays(-1), (await ProgressAsync()).DoneThrough);
        Queues.BeforeCall = null;

        await World.RunHourAsync();

        Assert.Equal(3, (await TakenAsync()).Count);
        Assert.Equal(ReminderDay, (await ProgressAsync()).DoneThrough);
    }

    [Fact]
    public async Task A_run_reads_as_much_for_a_thousand_plans_as_for_one()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        var one = await CallsOfAsync(OakHill.At(2026, 10, 14, 6));

        // A thousand more plans of which nothing is due on that day.
        var agenda = World.UseCases.Agenda;
        for (var i = 0; i < 1000; i++)
        {
            await agenda.WriteAsync(
                OakHill.DistrictId, $"X{i}", [new AgendaEntry(new AgendaPlace(new LocalDate(2026, 12, 1 + (i % 20)), "r"), null)], 1,
                CancellationToken.None);
        }

        foreach (var row in (string[])["reminders", "shard|00", "shard|01"])
        {
            Assert.True(await Tables.Open("Runs").DeleteAsync(OakHill.DistrictId, row, null, CancellationToken.None));
        }

        // An hour later, when the queue no longer knows the shards' messages.
        Assert.Equal(one, await CallsOfAsync(OakHill.At(2026, 10, 14, 7)), 2L);
    }

    private async Task<long> CallsOfAsync(Instant at)
    {
        Clock.MoveTo(at);
        var before = Tables.Calls;
        await World.RaiseAsync();
        return Tables.Calls - before;
    }

    private Task<RunProgressRow> ProgressAsync() =>
        World.UseCases.Progress.GetAsync(OakHill.DistrictId, new LocalDate(2026, 1, 1), CancellationToken.None);
}
