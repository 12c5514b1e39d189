using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>What families hear of days that will not follow the routine. It is Tue 2026-10-13 when each begins.</summary>
public sealed partial class ChangedDayTests : FlowTest
{
    private static readonly LocalDate Tomorrow = new(2026, 10, 14);

    [Fact]
    public async Task Each_guardian_hears_of_it_once_on_the_evening_before()
    {
        await ImportAsync(Promised());
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 17, 59));
        Assert.Empty(await ToldAsync());

        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));

        Assert.Equal(
            [
                (Mother, Channel.Sms, "changed-day in es: Hay pruebas. La escuela dijo: \"Tests all morning; lunch at 12:30.\""),
                (Father, Channel.Email, "changed-day in en: Tests all morning; lunch at 12:30."),
            ],
            await ToldAsync());
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        Assert.Equal(2, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task What_was_planned_deferred_and_said_is_in_the_evidence()
    {
        await ImportAsync(Promised());
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18));

        var father = (await DayNoticesAsync()).Single(row => row.RecipientId == Father);
        Assert.Equal(
            [EvidenceKind.NoticePlanned, EvidenceKind.NoticeDeferred, EvidenceKind.AttemptStarted, EvidenceKind.NoticeDelivered],
            await KindsAsync(father));
        var planned = (await EvidenceAsync(EvidenceKind.NoticePlanned)).Single(row => row.NoticeId == father.NoticeId);
        Assert.Equal("2026-10-14-testing version 1", EvidenceDetail.Find(planned.Detail, "changes"));
        Assert.True((await World.UseCases.VerifyEvidence.RunAsync(
            OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task A_snow_day_announced_at_night_is_mailed_at_once_and_texted_in_the_first_allowed_minute()
    {
        var file = Promised();
        await ImportAsync(file);
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 21, 30));
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Clock.GetCurrentInstant()) with
        {
            Kind = ScheduleChangeKind.Closure,
            Summary = new Dictionary<string, string>(),
        });
        await World.RunHourAsync();
        Assert.Equal([(Father, Channel.Email, "changed-day in en: There is no school.")], await ToldAsync());

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 7, 59));
        Assert.Single(await ToldAsync());
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 8));
        Assert.Equal((Mother, Channel.Sms, "changed-day in es: No hay clases."), (await ToldAsync())[^1]);
    }

    [Fact]
    public async Task When_texts_may_go_out_only_after_it_has_begun_mail_goes_out_at_once_instead()
    {
        await ImportAsync(Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 21, 30));
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Clock.GetCurrentInstant()) with { StartsAt = new LocalTime(7, 45) });
        await World.RunHourAsync();

        Assert.Equal([(Mother, Channel.Email), (Father, Channel.Email)], (await ToldAsync()).Select(one => (one.Recipient, one.Channel)));
    }

    [Fact]
    public async Task Nothing_is_told_after_the_change_has_begun_and_that_is_on_record()
    {
        await ImportAsync(Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 8, 30));
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Clock.GetCurrentInstant()));
        await World.RunUntilAsync(OakHill.At(2026, 10, 15, 12));

        Assert.Empty(await ToldAsync());
        Assert.Contains(
            await EvidenceAsync(EvidenceKind.NoticeWithheld),
            row => EvidenceDetail.Find(row.Detail, "obligation") == "schedule-change" && EvidenceDetail.Find(row.Detail, "reason") == "TooLate");
    }

    [Fact]
    public async Task What_was_said_and_is_wrong_is_put_right_at_once()
    {
        await ImportAsync(Promised());
        await World.AnnounceAsync(GivenChange.EarlyRelease(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 19));
        await World.AnnounceAsync(GivenChange.EarlyRelease(Tomorrow, Now, 2) with
        {
            StartsAt = new LocalTime(13, 0),
            Summary = new Dictionary<string, string>(),
        });
        await World.RunHourAsync();
        Assert.Equal(
            ["changed-day in en: School ends at noon.", "changed-day-update in en: School ends at 1:00 p.m."],
            (await ToldAsync()).Where(one => one.Recipient == Father).Select(one => one.Text));

        // Withdrawn in the morning, before noon: that, too, is of use.
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 9));
        await World.AnnounceAsync(GivenChange.EarlyRelease(Tomorrow, Now, 3) with { Withdrawn = true });
        await World.RunHourAsync();
        Assert.Equal((Father, Channel.Email, "changed-day-normal in en"), (await ToldAsync()).Last(one => one.Recipient == Father));
        Assert.Equal(6, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task Withdrawn_before_anybody_was_told_it_leaves_no_message()
    {
        await ImportAsync(Promised());
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunHourAsync();
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now, 2) with { Withdrawn = true });
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));

        Assert.Empty(await ToldAsync());
        Assert.All(await DayNoticesAsync(), row => Assert.Equal(
            (NoticeState.Withheld, nameof(WithholdReason.DayChangedAgain)), (row.State, row.Reason)));
    }

    [Fact]
    public async Task A_change_that_comes_goes_and_comes_again_before_the_evening_is_told()
    {
        await ImportAsync(Promised());
        foreach (var (version, withdrawn) in new[] { (1, false), (2, true), (3, false) })
        {
            await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now, version) with { Withdrawn = withdrawn });
            await World.RunHourAsync();
        }

        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 12));
        Assert.Equal(2, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task A_change_that_moves_to_another_day_is_put_right_for_the_first_and_told_for_the_second()
    {
        await ImportAsync(Promised());
        var change = GivenChange.Testing(Tomorrow, Now);
        await World.AnnounceAsync(change);
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 19));
        await World.AnnounceAsync(change with { Version = 2, Date = new LocalDate(2026, 10, 16) });
        await World.RunHourAsync();
        Assert.Equal("changed-day-normal in en", (await ToldAsync()).Last(one => one.Recipient == Father).Text);

        await World.RunUntilAsync(OakHill.At(2026, 10, 15, 18));
        Assert.Equal("changed-day in en: Tests all morning; lunch at 12:30.", (await ToldAsync()).Last(one => one.Recipient == Father).Text);
        Assert.Equal(6, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task Everybody_hears_at_six_by_the_own_clock()
    {
        var file = Promised();
        var inDenver = file with
        {
            Contacts = [file.Contacts[0] with { TimeZone = DateTimeZoneProviders.Tzdb["America/Denver"] }, file.Contacts[1]],
        };
        await ImportAsync(inDenver);
        await World.AnnounceAsync(GivenChange.Testing(Tomorrow, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 18, 59));
        Assert.Equal([Father], (await ToldAsync()).Select(one => one.Recipient));

        await World.RunUntilAsync(OakHill.At(2026, 10, 13, 19));
        Assert.Equal([Father, Mother], (await ToldAsync()).Select(one => one.Recipient));
    }

    [Fact]
    public async Task A_change_for_monday_is_told_on_sunday_and_by_policy_on_friday_too()
    {
        var monday = new LocalDate(2026, 10, 19);
        var district = OakHill.District();
        await World.ImportAsync(
            district with
            {
                District = district.District with { Policies = district.District.Policies with { ChangesAlsoOnLastSchoolDay = true } },
            },
            Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 16, 12));
        await World.AnnounceAsync(GivenChange.Testing(monday, Clock.GetCurrentInstant()));
        await World.RunUntilAsync(OakHill.At(2026, 10, 16, 18));
        Assert.Equal(2, (await ToldAsync()).Count);
        await World.RunUntilAsync(OakHill.At(2026, 10, 18, 17, 59));
        Assert.Equal(2, (await ToldAsync()).Count);
        await World.RunUntilAsync(OakHill.At(2026, 10, 19, 12));
        Assert.Equal(4, (await ToldAsync()).Count);
    }

    [Fact]
    public async Task What_was_said_early_and_is_wrong_does_not_wait_for_its_evening_and_what_is_more_does()
    {
        var monday = new LocalDate(2026, 10, 19);
        var district = OakHill.District();
        await World.ImportAsync(
            district with
            {
                District = district.District with { Policies = district.District.Policies with { ChangesAlsoOnLastSchoolDay = true } },
            },
            Promised());
        await World.RunUntilAsync(OakHill.At(2026, 10, 16, 12));
        await World.AnnounceAsync(GivenChange.Testing(monday, Now));
        await World.RunUntilAsync(OakHill.At(2026, 10, 17, 10));
        await World.AnnounceAsync(GivenChange.EarlyRelease(monday, Now));
        await World.RunHourAsync();
        Assert.Equal(2, (await ToldAsync()).Count);

        await World.AnnounceAsync(GivenChange.Testing(monday, Now, 2) with { Withdrawn = true });
        await World.RunHourAsync();
        Assert.Equal("changed-day-update in en: School ends at noon.", (await ToldAsync()).Last(one => one.Recipient == Father).Text);
        await World.RunUntilAsync(OakHill.At(2026, 10, 19, 12));
        // On Sunday evening the same once more, to both.
        Assert.Equal(6, (await ToldAsync()).Count);
        Assert.Equal("changed-day in en: School ends at noon.", (await ToldAsync()).Last(one => one.Recipient == Father).Text);
    }

    private Instant Now => Clock.GetCurrentInstant();

    private static StudentFile Promised(params PlanDate[] more) => Promised(OakHill.StudentId, OakHill.PlanId, more);

    private static StudentFile Promised(string studentId, string planId, params PlanDate[] more) =>
        OakHill.Family(studentId, planId, [new PlanDate(PlanDateKind.IepMeetingHeld, MeetingHeld), .. more]) with
        {
            Accommodations = [new Accommodation(planId, ScheduleChange.Accommodation, "")],
        };

    private async Task<IReadOnlyList<NoticeRow>> DayNoticesAsync(string studentId = OakHill.StudentId) =>
        [.. (await World.NoticesAsync(studentId)).Where(row => row.Turn > 0)];

    /// <summary>What the provider took about changed days, in the order in which it was told, of one moment by recipient.</summary>
    private async Task<IReadOnlyList<(string Recipient, Channel Channel, string Text)>> ToldAsync(string studentId = OakHill.StudentId)
    {
        var rows = (await DayNoticesAsync(studentId)).ToDictionary(row => row.NoticeId);
        return [.. Provider.Messages
            .Where(message => rows.ContainsKey(message.NoticeId))
            .OrderBy(message => message.At.ToInstant())
            .ThenBy(message => rows[message.NoticeId].RecipientId, StringComparer.Ordinal)
            .ThenBy(message => rows[message.NoticeId].Turn)
            .Select(message => (rows[message.NoticeId].RecipientId, message.Channel, message.Content.Text.Replace(PlainTemplates.First, "", StringComparison.Ordinal)))];
    }
}
