using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Digests;

/// <summary>Who of the staff is texted, when, of what, and that a STOP ends it.</summary>
public sealed class StaffTextTests : DigestTest
{
    private const string Phone = "+15125550171";

    private static readonly StaffMember Supervisor = new() { StaffId = "T2", Name = "Lee Wong", Email = "t2@example.org", Role = "supervisor" };

    private static readonly StaffMember Texted = new()
    {
        StaffId = "T1",
        Name = "Dana Reyes",
        Email = "t1@example.org",
        Phone = Phone,
        Role = "caseManager",
        SupervisorId = "T2",
        WantsTexts = true,
    };

    private static readonly StudentFile Overdue = ReviewDue(new(2026, 11, 12));

    private IReadOnlyList<string> Texts =>
        [.. Channel.Messages.Where(message => message.Address == Phone).Select(message => $"{message.At.LocalDateTime:uuuu-MM-dd HH} {message.Content.Text}")];

    [Fact]
    public async Task Whoever_chose_texts_gets_one_of_a_new_duty_when_texts_are_allowed_and_the_mail_before_it()
    {
        await ImportAsync(Texted, Overdue);
        await RunUntilAsync(11, 18, 20);

        // The mail comes every morning, the text once.
        Assert.Equal(["2026-11-13 08 staff-text in en: 1 overdue"], Texts);
        Assert.Contains("2026-11-13 06 t1 staff-digest", ToStaff);
        Assert.Contains("2026-11-16 06 t1 staff-digest", ToStaff);
    }

    [Theory]
    [InlineData("not chosen")]
    [InlineData("no number")]
    [InlineData("no mail")]
    [InlineData("away")]
    public async Task Nobody_else_is_texted(string why)
    {
        var member = why switch
        {
            "not chosen" => Texted with { WantsTexts = false },
            "no number" => Texted with { Phone = "" },
            "no mail" => Texted with { Email = "" },
            _ => Texted with { AwayUntil = new LocalDate(2026, 11, 30) },
        };
        await ImportAsync(member, Overdue);
        await RunUntilAsync(11, 18, 20);

        Assert.DoesNotContain(Channel.Messages, message => message.Channel == Notifier.PlanDates.Channel.Sms && message.Address is Phone or "");
        Assert.NotEmpty(ToStaff);
    }

    [Fact]
    public async Task What_can_wait_is_not_texted()
    {
        await ImportAsync(Texted, ReviewDue(new(2026, 11, 20), more: new PlanDate(PlanDateKind.MeetingScheduled, new(2026, 11, 19), "14:30; Room 12")));
        await RunUntilAsync(11, 18, 20);

        Assert.NotEmpty(ToStaff);
        Assert.Empty(Texts);
    }

    [Fact]
    public async Task What_comes_in_later_on_the_day_is_texted_too_and_the_first_is_not_said_again()
    {
        await ImportAsync(Texted, Overdue);
        await RunUntilAsync(11, 13, 11);
        await ImportAsync(Texted, Overdue, ReviewDue(new(2026, 11, 12), "S2", "P2"));
        await RunUntilAsync(11, 16, 20);

        Assert.Equal(["2026-11-13 08 staff-text in en: 1 overdue", "2026-11-13 11 staff-text in en: 1 overdue"], Texts);
        var said = (await World.NoticesAsync(NoticeDue.LedgerOfStaff("T1"))).Where(row => row.Channel == Notifier.PlanDates.Channel.Sms)
            .Select(row => row.Said.Split(' ').Length);
        Assert.Equal([1, 1], said);
    }

    [Fact]
    public async Task Too_late_for_the_notice_is_texted_and_becoming_overdue_again()
    {
        // Ten days of notice: with no meeting planned, one by Friday the 20th could not be announced in time after the 10th.
        await ImportAsync(Texted, ReviewDue(new(2026, 11, 20)));
        await RunUntilAsync(12, 2, 20);

        Assert.Equal(["2026-11-13 08 staff-text in en: 1 too late for the notice", "2026-11-30 08 staff-text in en: 1 overdue"], Texts);
    }

    [Fact]
    public async Task A_supervisor_who_chose_texts_is_told_of_what_stayed_open()
    {
        await World.ImportAsync(
            District(Texted with { WantsTexts = false }, Supervisor with { Phone = Phone, WantsTexts = true }), ReviewDue(new(2026, 10, 9)));
        await RunUntilAsync(10, 20, 20);

        Assert.Equal(["2026-10-14 08 staff-text in en: 1 of your team"], Texts);
    }

    [Fact]
    public async Task What_is_done_before_texts_are_allowed_is_not_texted()
    {
        await ImportAsync(Texted, Overdue);
        await RunUntilAsync(11, 13, 7);
        await ImportAsync(Texted, ReviewDue(new(2026, 11, 12), more: new PlanDate(PlanDateKind.IepMeetingHeld, new(2026, 11, 13))));
        await RunUntilAsync(11, 16, 20);

        Assert.Contains("2026-11-13 06 t1 staff-digest", ToStaff);
        Assert.Empty(Texts);
        Assert.Contains(await World.EvidenceAsync(NoticeDue.LedgerOfStaff("T1")), row => row.Kind == EvidenceKind.NoticeWithheld
            && EvidenceDetail.Find(row.Detail, "reason") == nameof(WithholdReason.NoLongerOwed));
    }

    [Fact]
    public async Task What_comes_in_at_night_is_left_to_the_morning()
    {
        await ImportAsync(Texted, ReviewDue(new(2027, 4, 20)));
        await RunUntilAsync(11, 13, 21);
        await ImportAsync(Texted, ReviewDue(new(2027, 4, 20)), ReviewDue(new(2026, 11, 12), "S2", "P2"));
        await RunUntilAsync(11, 16, 20);

        // Friday at nine in the evening; on Monday the digest says it again, and the text with it.
        Assert.Equal(["2026-11-16 08 staff-text in en: 1 overdue"], Texts);
    }

    [Fact]
    public async Task A_stop_ends_them_and_is_remembered_and_a_start_begins_them_again()
    {
        await ImportAsync(Texted, Overdue);
        await RunUntilAsync(11, 13, 9);
        await ReplyAsync("STOP", 1);
        await ImportAsync(Texted, Overdue, ReviewDue(new(2026, 11, 12), "S2", "P2"));
        await RunUntilAsync(11, 16, 20);
        var afterStop = Texts.Count;
        await ReplyAsync("START", 2);
        await RunUntilAsync(11, 17, 20);

        Assert.Equal(1, afterStop);
        Assert.Equal(["2026-11-13 08 staff-text in en: 1 overdue", "2026-11-17 08 staff-text in en: 1 overdue"], Texts);
        var evidence = await World.EvidenceAsync(NoticeDue.LedgerOfStaff("T1"));
        Assert.Equal(2, evidence.Count(row => row.Kind == EvidenceKind.ReplyReceived));
        Assert.Contains(evidence, row => row.Kind == EvidenceKind.NoticeWithheld
            && EvidenceDetail.Find(row.Detail, "reason") == nameof(WithholdReason.AddressSuppressed));
        // The mail goes on, and nobody is asked who wrote.
        Assert.Contains("2026-11-16 06 t1 staff-digest", ToStaff);
        Assert.DoesNotContain(await World.UseCases.Problems.ListOpenAsync(OakHill.DistrictId, CancellationToken.None).ToListAsync(),
            problem => problem.Kind == ProblemKind.ReplyFromStranger);
    }

    [Fact]
    public async Task A_stop_that_comes_before_the_hour_of_texts_is_kept_to()
    {
        await ImportAsync(Texted, Overdue);
        await RunUntilAsync(11, 13, 7);
        await ReplyAsync("STOP", 1);
        await RunUntilAsync(11, 16, 20);

        Assert.Empty(Texts);
    }

    [Fact]
    public async Task Under_crashes_and_redelivery_a_duty_is_texted_at_most_once()
    {
        var (crashes, arrived) = (0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            var (world, texts) = await PlayAsync(seed);
            crashes += world.Crashes;
            arrived += texts;
            Assert.True(texts <= 1, $"seed {seed}: {texts} texts; {world.Happened}");
        }

        Assert.True(crashes > 75, $"Only {crashes} crashes.");
        Assert.True(arrived > 110, $"Only {arrived} texts.");
    }

    private static async Task<(FaultyWorld World, int Texts)> PlayAsync(int seed)
    {
        var world = new FaultyWorld(
            OakHill.At(2026, 11, 13, 5), new(seed, crashes: 1 + (seed % 3), errors: seed % 4) { OneIn = 15 + (seed % 40) });
        await world.World.ImportAsync(District(Texted, Supervisor), Overdue);
        await world.World.DrainAsync();
        await world.RunUntilAsync(OakHill.At(2026, 11, 13, 20));
        return (world, world.Channel.Messages.Count(message => message.Address == Phone));
    }

    private async Task ImportAsync(StaffMember member, params StudentFile[] students)
    {
        if (Clock.GetCurrentInstant() < OakHill.At(2026, 11, 13, 5))
        {
            Clock.MoveTo(OakHill.At(2026, 11, 13, 5));
        }

        await World.ImportAsync(District(member, Supervisor), students);
    }

    private Task ReplyAsync(string text, int number) => World.UseCases.RecordReply.RunAsync(
        new InboundReply { ProviderId = $"SM{number}", From = Phone, To = "+15125550100", Text = text, At = Clock.GetCurrentInstant() }, CancellationToken.None);
}
