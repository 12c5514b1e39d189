using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// A meeting on Thu 2026-12-03 that is scheduled on Tue 2026-10-13, a month before the first rung of the ladder: the
/// family is invited at once.
/// </summary>
public sealed class InvitationTests : FlowTest
{
    private static readonly LocalDate On = new(2026, 12, 3);

    private static readonly Instant Morning = OakHill.At(2026, 10, 14, 12);

    [Fact]
    public async Task A_family_is_invited_when_the_meeting_is_scheduled_by_text_from_the_morning_on()
    {
        await ImportAsync(File(Meeting(On)));
        await World.RunHourAsync();
        Assert.Equal([Father], await ToldAsync(Meeting(On)));

        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 8));

        Assert.Equal([Mother, Father], await ToldAsync(Meeting(On)));
        Assert.Equal(2, Count("meeting"));
        // The same plan again is no news, nor is another date of it.
        await ImportAsync(File(Meeting(On), new PlanDate(PlanDateKind.MeetingRequested, new LocalDate(2026, 10, 1))));
        await World.RunUntilAsync(OakHill.At(2026, 11, 12, 12));
        Assert.Equal((2, 0), (Count("meeting"), Count("meeting-reminder")));
    }

    [Fact]
    public async Task Moved_twice_before_the_invitation_left_is_one_invitation_to_the_last_day()
    {
        await ImportAsync(File(Meeting(On)));
        await ImportAsync(File(Meeting(new LocalDate(2026, 12, 10))));
        await ImportAsync(File(Meeting(new LocalDate(2026, 12, 8))));

        await World.RunUntilAsync(Morning);

        Assert.Equal([Mother, Father], await ToldAsync(Meeting(new LocalDate(2026, 12, 8))));
        AssertMeetingMessages(invitations: 2, changes: 0, cancellations: 0);
    }

    [Fact]
    public async Task Moved_twice_while_a_text_waits_for_the_morning_is_one_text()
    {
        Clock.MoveTo(OakHill.At(2026, 10, 13, 21));
        await RunWithAsync(Meeting(On));
        await RunWithAsync(Meeting(new LocalDate(2026, 12, 10)));
        await RunWithAsync(Meeting(On, "10:45; Room 4"));

        await World.RunUntilAsync(Morning);

        Assert.Equal([Mother, Father], await ToldAsync(Meeting(On, "10:45; Room 4")));
        Assert.Equal(1, MeetingMessages().Count(one => one.Channel == Channel.Sms));
        // His mail goes at once, each time.
        Assert.Equal((2, 2), (Count("meeting"), Count("meeting-changed")));
    }

    [Theory]
    [InlineData(10, "9:30; Room 4")]
    [InlineData(3, "10:45; Room 4")]
    public async Task Moved_after_it_left_is_put_right_once(int day, string detail)
    {
        await InviteAsync();
        var changed = Meeting(new LocalDate(2026, 12, day), detail);

        await RunWithAsync(changed);
        await RunWithAsync(changed, new PlanDate(PlanDateKind.MeetingRequested, new LocalDate(2026, 10, 1)));

        Assert.Equal([Mother, Father], await ToldAsync(changed));
        AssertMeetingMessages(invitations: 2, changes: 2, cancellations: 0);
    }

    [Fact]
    public async Task Called_off_before_it_left_nothing_is_said()
    {
        await ImportAsync(File(Meeting(On)));
        await ImportAsync(File());

        await World.RunUntilAsync(Morning);

        AssertMeetingMessages(invitations: 0, changes: 0, cancellations: 0);
    }

    [Fact]
    public async Task Called_off_before_it_left_and_put_back_is_one_invitation()
    {
        await ImportAsync(File(Meeting(On)));
        await ImportAsync(File());
        await World.RunUntilAsync(Morning);

        await RunWithAsync(Meeting(On));

        Assert.Equal([Mother, Father], await ToldAsync(Meeting(On)));
        AssertMeetingMessages(invitations: 2, changes: 0, cancellations: 0);
    }

    [Fact]
    public async Task Called_off_after_it_left_is_said_once()
    {
        await InviteAsync();

        await RunWithAsync();

        AssertMeetingMessages(invitations: 2, changes: 0, cancellations: 2);
    }

    [Fact]
    public async Task A_meeting_whose_rung_has_come_is_told_by_its_rung_and_once()
    {
        Clock.MoveTo(OakHill.At(2026, 11, 30, 12));
        await RunWithAsync(Meeting(On));

        AssertMeetingMessages(invitations: 2, changes: 0, cancellations: 0);
        Assert.DoesNotContain(await World.NoticesAsync(), row => row.ChangeOf is not null);
    }

    [Fact]
    public async Task A_meeting_that_is_scheduled_a_second_time_is_another_invitation()
    {
        await InviteAsync();

        await RunWithAsync(Meeting(On), Meeting(new LocalDate(2027, 2, 4)));

        AssertMeetingMessages(invitations: 4, changes: 0, cancellations: 0);
    }

    [Fact]
    public async Task A_meeting_that_a_row_in_doubt_may_change_is_told_to_nobody_until_it_is_mended()
    {
        await InviteAsync();
        // The row of the meeting is there with an hour that nobody can read.
        await World.ImportAsync(Unread());
        await World.RunUntilAsync(OakHill.At(2026, 11, 14, 12));

        Assert.Equal(0, Count("meeting-reminder"));
        Assert.Contains(
            await ProblemsAsync(ProblemKind.RowsLeftOut),
            problem => problem.OwnerId == "T1" && problem.What.Contains("The meeting of 2026-12-03 of plan P1 is not in the folder any more", StringComparison.Ordinal));

        await RunWithAsync(Meeting(On, "10:45; Room 4"));
        await World.RunUntilAsync(OakHill.At(2026, 11, 27, 12));

        Assert.Empty(await ProblemsAsync(ProblemKind.RowsLeftOut));
        Assert.Equal([Mother, Father], await ToldAsync(Meeting(On, "10:45; Room 4")));
        Assert.Equal((2, 2), (Count("meeting-changed"), Count("meeting-reminder")));
    }

    [Fact]
    public async Task An_invitation_that_a_row_in_doubt_held_back_goes_out_when_it_is_mended()
    {
        Clock.MoveTo(OakHill.At(2026, 10, 13, 21));
        await RunWithAsync(Meeting(On));
        await World.ImportAsync(Unread());
        await World.RunUntilAsync(Morning);
        Assert.Equal([Father], await ToldAsync(Meeting(On)));

        await RunWithAsync(Meeting(On));

        Assert.Equal([Mother, Father], await ToldAsync(Meeting(On)));
        AssertMeetingMessages(invitations: 2, changes: 0, cancellations: 0);
    }

    [Theory]
    // Monday, four days before the first rung: it reminds both parents, as do those of 11-26 and 12-02.
    [InlineData(11, 9, 6)]
    [InlineData(11, 10, 4)]
    [InlineData(11, 12, 4)]
    // The day before the last rung, and two before the meeting: it reminds all the same.
    [InlineData(12, 1, 2)]
    public async Task Whoever_was_invited_within_three_days_is_not_reminded_while_the_meeting_is_far(int month, int day, int reminders)
    {
        Clock.MoveTo(OakHill.At(2026, month, day, 9));
        await ImportAsync(File(Meeting(On)));

        await World.RunUntilAsync(OakHill.At(2026, 12, 3, 12));

        Assert.Equal((2, reminders), (Count("meeting"), Count("meeting-reminder")));
    }

    [Fact]
    public async Task Staff_hear_of_an_invitation_from_an_hour_after_it_went_out()
    {
        await InviteAsync();
        var invited = (await World.NoticesAsync()).Where(row => row.ChangeOf is not null).Min(row => row.AttemptedAt!.Value);
        var due = NoticeDue.OfDay(OakHill.DistrictId, OakHill.StudentId, OakHill.PlanId, On);
        Task<FamilyTold?> ToldAt(Duration after) => new FamilyMeetings(World.UseCases.Notices).ToldAsync(
            due, MeetingFacts.From(Meeting(On)), OakHill.District().District, invited + after, CancellationToken.None);

        // Both may have been raised in one run, and which is handled first is chance.
        Assert.Null(await ToldAt(Duration.Zero));
        Assert.Null(await ToldAt(Duration.FromMinutes(59)));
        Assert.True((await ToldAt(Duration.FromHours(1)))!.MeetsDuty);
    }

    [Fact]
    public async Task Families_whose_review_is_due_hear_of_the_meeting_that_is_set_for_after_it()
    {
        await ImportAsync(File(Meeting(On)));
        await World.RunUntilAsync(OakHill.At(2026, 11, 15, 12));

        var reviews = Provider.Messages.Where(one => one.Content.Template.StartsWith(Obligation + "/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(reviews);
        Assert.All(reviews, one => Assert.Matches("meeting on (Thursday, December 3|jueves 3 de diciembre)", one.Content.Text));
    }

    private static PlanDate Meeting(LocalDate on, string detail = "9:30; Room 4") =>
        new(PlanDateKind.MeetingScheduled, on, detail);

    private static GivenDistrict Unread() => new(OakHill.District(), [File()]) { Missing = MissingRows.Dates };

    private async Task InviteAsync()
    {
        await ImportAsync(File(Meeting(On)));
        await World.RunUntilAsync(Morning);
        AssertMeetingMessages(invitations: 2, changes: 0, cancellations: 0);
    }

    private async Task RunWithAsync(params PlanDate[] dates)
    {
        await ImportAsync(File(dates));
        await World.RunHourAsync();
    }

    private void AssertMeetingMessages(int invitations, int changes, int cancellations) => Assert.Equal(
        (invitations, changes, cancellations, 0),
        (Count("meeting"), Count("meeting-changed"), Count("meeting-cancelled"), Count("meeting-reminder")));

    private int Count(string wording) => MeetingMessages().Count(message =>
        message.Content.Template.StartsWith(wording + "/", StringComparison.Ordinal));

    private List<OutgoingMessage> MeetingMessages() =>
        [.. Provider.Messages.Where(message => message.Content.Template.StartsWith("meeting", StringComparison.Ordinal))];

    private async Task<IEnumerable<string>> ToldAsync(PlanDate meeting) =>
        (await World.NoticesAsync())
            .Where(row => row.State == NoticeState.Delivered && row.Meeting == ToldMeeting.Of(MeetingFacts.From(meeting)))
            .Select(row => row.RecipientId)
            .Distinct()
            .Order(StringComparer.Ordinal);
}
