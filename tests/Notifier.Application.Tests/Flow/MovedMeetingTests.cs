using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// A meeting on Thu 2026-12-03, whose notice is due ten days before, in a break: the family is invited on Fri 2026-11-13, a
/// week before the last day of school, and hears of it again the day before.
/// </summary>
public sealed class MovedMeetingTests : FlowTest
{
    private static readonly LocalDate Invited = new(2026, 12, 3);

    [Fact]
    public async Task A_family_that_was_told_of_the_meeting_as_it_stands_is_no_problem()
    {
        await InviteAsync();

        await RunWithAsync(Meeting(Invited));

        Assert.Empty(await MovedAsync());
    }

    [Fact]
    public async Task A_meeting_on_another_day_is_a_problem_mailed_to_the_case_manager_at_once_and_once()
    {
        await InviteAsync();

        await RunWithAsync(Meeting(new LocalDate(2026, 12, 10)));

        var problem = Assert.Single(await MovedAsync());
        Assert.Equal("The family was told of a meeting on 2026-12-03; the plan now says 2026-12-10: call them.", problem.What);
        Assert.Equal(("T1", OakHill.PlanId, OakHill.StudentId), (problem.OwnerId, problem.PlanId, problem.StudentId));
        Assert.Equal("t1@example.org", Assert.Single(await MailedAsync()).Address);

        await RunWithAsync(Meeting(new LocalDate(2026, 12, 10)));
        Assert.Equal("t1@example.org", Assert.Single(await MailedAsync()).Address);
    }

    [Fact]
    public async Task Another_time_on_the_same_day_is_a_problem()
    {
        await InviteAsync();

        await RunWithAsync(Meeting(Invited, "10:45; Room 4"));

        var problem = Assert.Single(await MovedAsync());
        Assert.Contains("another time or place", problem.What, StringComparison.Ordinal);
        Assert.Equal("t1@example.org", Assert.Single(await MailedAsync()).Address);
    }

    [Fact]
    public async Task Another_place_at_the_same_time_is_a_problem()
    {
        await InviteAsync();

        await RunWithAsync(Meeting(Invited, "9:30; Library"));

        Assert.Single(await MovedAsync());
    }

    [Fact]
    public async Task A_meeting_that_is_gone_is_a_problem()
    {
        await InviteAsync();

        await RunWithAsync();

        Assert.Equal(
            "The family was told of a meeting on 2026-12-03; the plan now says none: call them.",
            Assert.Single(await MovedAsync()).What);
        Assert.Equal("t1@example.org", Assert.Single(await MailedAsync()).Address);
    }

    [Fact]
    public async Task Is_closed_when_the_plan_agrees_again()
    {
        await InviteAsync();
        await RunWithAsync();

        await RunWithAsync(Meeting(Invited));

        Assert.Empty(await MovedAsync());
    }

    [Fact]
    public async Task Is_closed_by_a_call_on_record_but_not_by_one_from_before_the_change()
    {
        await InviteAsync();
        var early = Met(new LocalDate(2026, 11, 12));
        await RunWithAsync(early);
        Assert.Single(await MovedAsync());

        await RunWithAsync(early, Met(OakHill.District().District.Today(Clock.GetCurrentInstant())));
        Assert.Empty(await MovedAsync());

        await RunWithAsync(early, Met(OakHill.District().District.Today(Clock.GetCurrentInstant())));
        Assert.Empty(await MovedAsync());
    }

    [Fact]
    public async Task A_held_meeting_whose_plan_row_is_removed_is_no_problem()
    {
        await InviteAsync();
        await World.RunUntilAsync(OakHill.At(2026, 12, 3, 15));

        await RunWithAsync(new PlanDate(PlanDateKind.IepMeetingHeld, Invited));

        Assert.Empty(await MovedAsync());
    }

    [Fact]
    public async Task The_family_is_reminded_afresh_of_a_meeting_on_a_later_day_and_that_closes_the_problem()
    {
        await InviteAsync();
        var later = Meeting(new LocalDate(2026, 12, 17), "14:15; Room 4");
        await RunWithAsync(later);
        Assert.Single(await MovedAsync());

        await World.RunUntilAsync(OakHill.At(2026, 12, 1, 12));

        Assert.Equal([Mother, Father], await ToldAsync(later));
        await RunWithAsync(later, new PlanDate(PlanDateKind.MeetingRequested, new LocalDate(2026, 12, 1)));
        Assert.Empty(await MovedAsync());
    }

    [Fact]
    public async Task A_text_put_off_overnight_says_the_time_as_it_is_in_the_morning()
    {
        await ImportAsync(File(Meeting(Invited)));
        await World.RunUntilAsync(OakHill.At(2026, 11, 13, 6, 30));
        Assert.Equal(NoticeState.Planned, (await InvitationAsync(Mother)).State);

        await ImportAsync(File(Meeting(Invited, "10:45; Room 4")));
        await World.RunUntilAsync(OakHill.At(2026, 11, 13, 12));

        Assert.Equal([Mother], await ToldAsync(Meeting(Invited, "10:45; Room 4")));
        // The father's mail had gone out before.
        Assert.Single(await MovedAsync());
    }

    private static PlanDate Meeting(LocalDate on, string detail = "9:30; Room 4") =>
        new(PlanDateKind.MeetingScheduled, on, detail);

    private static PlanDate Met(LocalDate on) => new(PlanDateKind.ObligationMet, on, "meeting-notice");

    private async Task InviteAsync()
    {
        await ImportAsync(File(Meeting(Invited)));
        await World.RunUntilAsync(OakHill.At(2026, 11, 13, 12));
        Assert.Equal(NoticeState.Delivered, (await InvitationAsync(Mother)).State);
    }

    private async Task RunWithAsync(params PlanDate[] dates)
    {
        await ImportAsync(File(dates));
        await World.RunHourAsync();
    }

    private async Task<NoticeRow> InvitationAsync(string recipientId) =>
        (await World.NoticesAsync()).First(row =>
            row.Obligation.Value == "meeting-notice" && row.ProblemId is null && row.RecipientId == recipientId);

    private Task<IReadOnlyList<ProblemRow>> MovedAsync() => ProblemsAsync(ProblemKind.MeetingMoved);

    private async Task<List<OutgoingMessage>> MailedAsync()
    {
        var problem = Assert.Single(await MovedAsync());
        var rows = (await World.NoticesAsync()).Where(row => row.ProblemId == problem.ProblemId).ToList();
        return [.. Provider.Messages.Where(message => rows.Exists(row => row.NoticeId == message.NoticeId))];
    }

    private async Task<IEnumerable<string>> ToldAsync(PlanDate meeting) =>
        (await World.NoticesAsync())
            .Where(row => row.State == NoticeState.Delivered && row.Meeting == ToldMeeting.Of(MeetingFacts.From(meeting)))
            .Select(row => row.RecipientId)
            .Distinct()
            .Order(StringComparer.Ordinal);
}
