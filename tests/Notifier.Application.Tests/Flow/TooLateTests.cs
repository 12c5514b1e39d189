using NodaTime;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>Nothing ran when it should have: who was not told in time is a problem of a person, not a line in a record.</summary>
public sealed class TooLateTests : FlowTest
{
    [Fact]
    public async Task A_reminder_that_no_run_came_for_in_time_asks_a_person_to_tell_the_family()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 12));
        // The due date is Sat 2026-11-14.
        Clock.MoveTo(OakHill.At(2026, 11, 16, 7));
        await World.RunHourAsync();

        var problem = Assert.Single(await ProblemsAsync(ProblemKind.NoticeNotSent));
        Assert.Contains("its time had passed", problem.What, StringComparison.Ordinal);
        Assert.Contains("family-30", problem.What, StringComparison.Ordinal);
        Assert.DoesNotContain(await TakenAsync(), one => one.Recipient.StartsWith("S1-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_of_a_changed_day_that_waited_for_its_evening_while_nothing_ran_asks_a_person()
    {
        var tomorrow = new LocalDate(2026, 10, 14);
        await ImportAsync(File() with { Accommodations = [new Accommodation(OakHill.PlanId, ScheduleChange.Accommodation, "")] });
        await World.AnnounceAsync(GivenChange.Testing(tomorrow, Clock.GetCurrentInstant()));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 17));
        Clock.MoveTo(OakHill.At(2026, 10, 14, 9));
        await World.RunHourAsync();

        var people = (await World.NoticesAsync()).Where(row => row.Obligation.Value == "schedule-change" && row.ProblemId is null).ToList();
        Assert.All(people, row => Assert.Equal(nameof(WithholdReason.TooLate), row.Reason));
        Assert.Equal(
            [Mother, Father], (await ProblemsAsync(ProblemKind.NoticeNotSent)).Select(problem => problem.RecipientId).Order());
    }

    [Fact]
    public async Task A_reminder_whose_place_a_later_one_takes_asks_nobody()
    {
        await ImportAsync(File(new PlanDate(Law.PlanDateKind.MeetingScheduled, new LocalDate(2026, 10, 30), "9:30; Room 4")));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 12));
        Clock.MoveTo(OakHill.At(2026, 10, 28, 9));
        await World.RunUntilAsync(OakHill.At(2026, 10, 28, 12));

        Assert.Empty(await ProblemsAsync(ProblemKind.NoticeNotSent));
    }
}
