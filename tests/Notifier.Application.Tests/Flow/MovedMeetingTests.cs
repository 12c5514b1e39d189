using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.Testing.Flow;
using Notifier.Testing.Flow.Stories;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// A meeting on Thu 2026-12-03, whose notice is due ten days before, in a break: the family is invited when it is
/// scheduled, reminded on Fri 2026-11-13, a week before the last day of school, a week before the meeting and the day before.
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

    [Theory]
    [InlineData("2026-12-10", "9:30; Room 4")] // another day
    [InlineData("2026-12-03", "10:45; Room 4")] // another time
    [InlineData("2026-12-03", "9:30; Library")] // another place
    [InlineData("2026-11-30", "9:30; Room 4")] // earlier
    public async Task A_change_is_told_at_once_to_everybody_who_was_told_otherwise_and_once(string on, string detail)
    {
        await InviteAsync();
        var changed = Meeting(LocalDatePattern.Iso.Parse(on).Value, detail);

        await RunWithAsync(changed);
        Assert.Equal([Mother, Father], await ToldAsync(changed));
        Assert.Equal(2, Count("meeting-changed"));

        await RunWithAsync(changed, new PlanDate(PlanDateKind.MeetingRequested, new LocalDate(2026, 11, 1)));
        Assert.Equal(2, Count("meeting-changed"));
        Assert.Empty(await MovedAsync());
    }

    [Fact]
    public async Task A_meeting_that_is_gone_is_called_off_once()
    {
        await InviteAsync();

        await RunWithAsync();
        await RunWithAsync(new PlanDate(PlanDateKind.MeetingRequested, new LocalDate(2026, 11, 1)));

        Assert.Equal(2, Count("meeting-cancelled"));
        Assert.Empty(await MovedAsync());
    }

    [Theory]
    [InlineData(PlanDateKind.Exited, "2026-11-18", 1)]
    [InlineData(PlanDateKind.ServiceConsentRevoked, "2026-11-18", 1)]
    [InlineData(PlanDateKind.Exited, "2026-12-18", 0)]
    public async Task A_plan_that_ends_before_the_meeting_is_asked_about_and_nothing_is_said_by_itself(PlanDateKind end, string on, int problems)
    {
        await InviteAsync();

        await RunWithAsync(Meeting(Invited), new PlanDate(end, LocalDatePattern.Iso.Parse(on).Value));

        Assert.Equal(problems, (await MovedAsync()).Count);
        Assert.All(await MovedAsync(), problem => Assert.Contains("the plan ends before it", problem.What, StringComparison.Ordinal));
        Assert.Equal((0, 0), (Count("meeting-cancelled"), Count("meeting-changed")));
    }

    [Fact]
    public async Task A_meeting_called_off_and_put_back_is_on_again()
    {
        await InviteAsync();
        await RunWithAsync();

        await RunWithAsync(Meeting(Invited));

        Assert.Equal((2, 2), (Count("meeting-cancelled"), Count("meeting-changed")));
        Assert.Equal([Mother, Father], await ToldAsync(Meeting(Invited)));
    }

    [Fact]
    public async Task Changes_made_and_taken_back_before_anything_went_out_are_not_told()
    {
        await InviteAsync();
        await ImportAsync(File(Meeting(Invited, "10:45; Room 4")));
        await ImportAsync(File());

        await RunWithAsync(Meeting(Invited));

        Assert.Equal(0, Count("meeting-changed") + Count("meeting-cancelled"));
    }

    [Fact]
    public async Task A_change_at_night_waits_for_the_morning_and_is_told_as_it_is_then()
    {
        await InviteAsync();
        Clock.MoveTo(OakHill.At(2026, 11, 13, 22));
        await RunWithAsync(Meeting(Invited, "10:45; Room 4"));
        await RunWithAsync(Meeting(Invited, "13:15; Room 4"));

        await World.RunUntilAsync(OakHill.At(2026, 11, 14, 9));

        // The father's mail goes at once, twice; her text waits, and says what holds.
        var texts = Provider.Messages.Where(one => one.Channel == Channel.Sms && one.Content.Text.StartsWith("meeting-changed", StringComparison.Ordinal));
        Assert.Single(texts);
        Assert.Equal([Mother, Father], await ToldAsync(Meeting(Invited, "13:15; Room 4")));
    }

    [Theory]
    [InlineData("2026-12-10", "2026-11-30T08:00")] // time enough: the text waits for Monday
    [InlineData("2026-11-30", "2026-11-29T08:00")] // a meeting on Monday: she is told on Sunday
    public async Task A_text_waits_over_sunday_unless_monday_is_too_late(string movedTo, string toldAt)
    {
        await InviteAsync();
        Clock.MoveTo(OakHill.At(2026, 11, 28, 21));
        await RunWithAsync(Meeting(LocalDatePattern.Iso.Parse(movedTo).Value));

        await World.RunUntilAsync(OakHill.At(2026, 11, 30, 9));

        var text = Assert.Single(Provider.Messages, one => one.Channel == Channel.Sms
            && one.Content.Text.StartsWith("meeting-changed", StringComparison.Ordinal));
        Assert.Equal(toldAt, text.At.LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", null));
    }

    [Fact]
    public async Task The_calendar_keeps_one_entry_through_every_change()
    {
        var story = new MovedMeetingStory();
        Clock.MoveTo(story.Start);

        await story.PlayAsync(World);

        Assert.Equal(story.Ending, story.Told(await World.NoticesAsync()));
        var rows = (await World.NoticesAsync()).Where(row => row.RecipientId == Father && row.MeetingUid is not null)
            .OrderBy(row => row.MeetingRevision).ToList();
        Assert.Single(rows.Select(row => row.MeetingUid).Distinct());
        // Invited and reminded, moved, moved, called off.
        Assert.Equal([0, 0, 1, 2, 3], rows.Select(row => row.MeetingRevision));
        var files = Provider.Messages.Where(one => one.Content.Calendar is not null).Select(one => one.Content.Calendar!.Text).ToList();
        Assert.Contains("METHOD:CANCEL", files[^1], StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:3", files[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_rung_reminds_whoever_was_invited_when_the_meeting_was_scheduled()
    {
        await InviteAsync();
        await World.RunUntilAsync(OakHill.At(2026, 12, 3, 12));

        Assert.Equal((2, 6), (Count("meeting"), Count("meeting-reminder")));
    }

    [Fact]
    public async Task With_little_time_left_the_case_manager_is_asked_to_call_too()
    {
        await InviteAsync();
        await World.RunUntilAsync(OakHill.At(2026, 12, 2, 15));

        // Nobody has received anything yet when the change is found.
        await RunWithAsync(Meeting(Invited, "10:45; Room 4"));

        var problem = Assert.Single(await MovedAsync());
        Assert.Equal(("T1", OakHill.PlanId, OakHill.StudentId), (problem.OwnerId, problem.PlanId, problem.StudentId));
        Assert.Contains("call them", problem.What, StringComparison.Ordinal);
        Assert.Equal("t1@example.org", Assert.Single(await MailedAsync()).Address);
        Assert.Equal([Mother, Father], await ToldAsync(Meeting(Invited, "10:45; Room 4")));

        await RunWithAsync(Meeting(Invited, "10:45; Room 4"), new PlanDate(PlanDateKind.MeetingRequested, new LocalDate(2026, 12, 1)));
        Assert.Empty(await MovedAsync());
    }

    [Fact]
    public async Task Staff_are_not_told_that_a_notice_is_missing_which_was_delivered_by_mail()
    {
        await InviteAsync();
        await World.RunUntilAsync(OakHill.At(2026, 11, 25, 12));

        Assert.DoesNotContain(await World.NoticesAsync(), row => row.Obligation.Value == "meeting-notice"
            && row.Audience != Audience.Family && row.ProblemId is null && row.AttemptedAt > OakHill.At(2026, 11, 13, 12));
        Assert.Contains(await World.EvidenceAsync(), row => row.Detail.Contains("Notifier invited the family by email on 2026-10-13", StringComparison.Ordinal));
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
    public async Task A_text_put_off_overnight_says_the_time_as_it_is_in_the_morning()
    {
        Clock.MoveTo(OakHill.At(2026, 10, 13, 21));
        await RunWithAsync(Meeting(Invited));
        Assert.Equal(NoticeState.Planned, (await InvitationAsync(Mother)).State);

        await ImportAsync(File(Meeting(Invited, "10:45; Room 4")));
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Equal([Mother, Father], await ToldAsync(Meeting(Invited, "10:45; Room 4")));
        // The father's mail had gone out before, and is put right.
        Assert.Equal(1, Count("meeting-changed"));
    }

    private static PlanDate Meeting(LocalDate on, string detail = "9:30; Room 4") =>
        new(PlanDateKind.MeetingScheduled, on, detail);

    /// <summary>The messages that families got in a wording.</summary>
    private int Count(string wording) => Provider.Messages.Count(message =>
        message.Content.Template.StartsWith(wording + "/", StringComparison.Ordinal));

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
