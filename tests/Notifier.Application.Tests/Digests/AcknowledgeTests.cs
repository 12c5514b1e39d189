using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Digests;
using Notifier.Application.PlanDates;
using Notifier.Evidence;
using Notifier.Obligations;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Digests;

/// <summary>A review due on Friday, November 13 that its case manager has seen to be overdue: those above hear later.</summary>
public sealed class AcknowledgeTests : DigestTest
{
    private const string Phone = "+15125550171";

    private static readonly LocalDate Friday = new(2026, 11, 13);

    public AcknowledgeTests() => Clock.MoveTo(OakHill.At(2026, 11, 13, 5));

    [Fact]
    public async Task Acknowledged_on_Tuesday_it_goes_up_three_school_days_after_that_and_to_the_district_after_eight()
    {
        await World.ImportAsync(Escalating(), ReviewDue(Friday));
        await RunUntilAsync(11, 17, 12);
        await AcknowledgeAsync(new(2026, 11, 17));
        await RunUntilAsync(12, 11, 12);

        // School days after Tuesday the 17th: 18, 19, 20 | 30, 1, 2, 3, 4 December.
        Assert.Equal("2026-11-20 06 t2 staff-digest", First(" t2 "));
        Assert.Equal("2026-12-04 06 office staff-digest", First(" office "));
        Assert.Contains("annual-review escalation-supervisor-3 in the digest of T2", await LeftToDigestAsync());
    }

    [Fact]
    public async Task Acknowledging_it_again_puts_nothing_off()
    {
        await World.ImportAsync(Escalating(), ReviewDue(Friday));
        await RunUntilAsync(11, 16, 12);
        var first = await AcknowledgeAsync(new(2026, 11, 16));
        await RunUntilAsync(11, 18, 12);
        var second = await AcknowledgeAsync(new(2026, 11, 18));
        await RunUntilAsync(12, 11, 12);

        Assert.True(first);
        Assert.False(second);
        Assert.Equal("2026-11-19 06 t2 staff-digest", First(" t2 "));
        Assert.Single(await World.EvidenceAsync(), row => row.Kind == EvidenceKind.DutyAcknowledged);
    }

    [Fact]
    public async Task What_had_gone_up_before_is_not_taken_back_and_the_district_hears_later()
    {
        await World.ImportAsync(Escalating(), ReviewDue(Friday));
        await RunUntilAsync(11, 19, 12);
        await AcknowledgeAsync(new(2026, 11, 19));
        await RunUntilAsync(12, 11, 12);

        Assert.Equal(["2026-11-18", "2026-11-19", "2026-11-20"], ToStaff.Where(line => line.Contains(" t2 ", StringComparison.Ordinal)).Take(3).Select(line => line[..10]));
        // Eight school days after Thursday the 19th: 20 | 30, 1, 2, 3, 4 | 7, 8 December.
        Assert.Equal("2026-12-08 06 office staff-digest", First(" office "));
    }

    [Fact]
    public async Task Another_duty_of_the_same_case_manager_goes_up_as_before()
    {
        await World.ImportAsync(Escalating(), ReviewDue(Friday), ReviewDue(Friday, "S2", "P2"));
        await RunUntilAsync(11, 17, 12);
        await AcknowledgeAsync(new(2026, 11, 17));
        await RunUntilAsync(11, 19, 12);

        Assert.StartsWith("2026-11-18: P2/annual-review/2026-11-13", (await SaidAsync("T2"))[0], StringComparison.Ordinal);
        Assert.DoesNotContain("P1/annual-review", (await SaidAsync("T2"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_after_it_was_acknowledged_it_never_goes_up()
    {
        await World.ImportAsync(Escalating(), ReviewDue(Friday));
        await RunUntilAsync(11, 17, 12);
        await AcknowledgeAsync(new(2026, 11, 17));
        await World.ImportAsync(Escalating(), ReviewDue(Friday, more: new PlanDate(PlanDateKind.IepMeetingHeld, new(2026, 11, 19))));
        await RunUntilAsync(12, 11, 12);

        // The new plan has duties of its own.
        Assert.DoesNotContain(await SaidAsync("T2"), said => said.Contains("annual-review/2026-11-13", StringComparison.Ordinal));
        Assert.DoesNotContain(
            await SaidAsync(Recipient.DistrictContactId), said => said.Contains("annual-review/2026-11-13", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(16, "annual-review: the family asked for December", "2026-11-19 06 t2 staff-digest")]
    [InlineData(13, "annual-review: it will be late", "2026-11-18 06 t2 staff-digest")]
    [InlineData(16, "reevaluation: another duty", "2026-11-18 06 t2 staff-digest")]
    public async Task A_reason_noted_after_the_due_date_acknowledges_that_duty(int day, string detail, string told)
    {
        await World.ImportAsync(Escalating(), ReviewDue(Friday));
        await RunUntilAsync(11, 16, 12);
        await World.ImportAsync(
            Escalating(), ReviewDue(Friday, more: new PlanDate(PlanDateKind.DelayExplained, new(2026, 11, day), detail)));
        await RunUntilAsync(12, 11, 12);

        Assert.Equal(told, First(" t2 "));
    }

    [Theory]
    [InlineData("OK", true)]
    [InlineData("ok!", true)]
    [InlineData("Seen", true)]
    [InlineData("On it", true)]
    [InlineData("not ok", false)]
    [InlineData("who is this?", false)]
    public async Task An_ok_to_the_text_acknowledges_what_it_was_about(string words, bool acknowledges)
    {
        await World.ImportAsync(Escalating(texts: true), ReviewDue(Friday));
        await RunUntilAsync(11, 16, 12);
        await ReplyAsync(words);
        await RunUntilAsync(12, 11, 12);

        // On Friday too late for the notice, on Monday overdue.
        Assert.Equal(2, Channel.Messages.Count(message => message.Address == Phone));
        Assert.Equal(acknowledges ? "2026-11-19 06 t2 staff-digest" : "2026-11-18 06 t2 staff-digest", First(" t2 "));
        Assert.Equal(acknowledges ? 1 : 0, (await World.EvidenceAsync()).Count(row => row.Kind == EvidenceKind.DutyAcknowledged));
        Assert.True((await World.UseCases.VerifyEvidence.RunAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task An_ok_acknowledges_nothing_that_came_up_after_the_text()
    {
        await World.ImportAsync(Escalating(texts: true), ReviewDue(Friday));
        await RunUntilAsync(11, 16, 9);
        // Comes in at night: its text is of the next morning.
        await RunUntilAsync(11, 16, 21);
        await World.ImportAsync(Escalating(texts: true), ReviewDue(Friday), ReviewDue(Friday, "S2", "P2"));
        await World.DrainAsync();
        await ReplyAsync("ok");

        Assert.Single(await World.EvidenceAsync(), row => row.Kind == EvidenceKind.DutyAcknowledged);
        Assert.DoesNotContain(await World.EvidenceAsync("S2"), row => row.Kind == EvidenceKind.DutyAcknowledged);
    }

    [Fact]
    public async Task An_ok_from_a_number_that_families_have_too_acknowledges_nothing()
    {
        var phone = OakHill.Mother(OakHill.StudentId).Phone;
        await World.ImportAsync(Escalating(texts: true, phone), ReviewDue(Friday, more: new PlanDate(PlanDateKind.MeetingScheduled, new(2026, 12, 9), "14:30; Room 12")));
        await RunUntilAsync(11, 16, 12);
        await ReplyAsync("ok", phone);

        Assert.DoesNotContain(await World.EvidenceAsync(), row => row.Kind == EvidenceKind.DutyAcknowledged);
    }

    private static DistrictFile Escalating(bool texts = false, string phone = Phone)
    {
        // Without the supervisor's own rungs, so that the escalation alone speaks.
        var file = District();
        return file with
        {
            Ladder = [Rung(Audience.CaseManager, 7), Rung(Audience.CaseManager, -1)],
            Staff = [.. file.Staff.Select(member => member.StaffId == "T1" ? member with { Phone = phone, WantsTexts = texts } : member)],
        };
    }

    private static LadderStep Rung(Audience audience, int daysBefore) => new()
    {
        StepId = daysBefore < 0 ? $"caseManager-late-{-daysBefore}" : $"caseManager-{daysBefore}",
        Obligation = ObligationIds.AnnualReview,
        Audience = audience,
        DaysBefore = daysBefore,
    };

    private string? First(string who) => ToStaff.FirstOrDefault(line => line.Contains(who, StringComparison.Ordinal));

    private Task<bool> AcknowledgeAsync(LocalDate on) => World.UseCases.Acknowledgements.NoteAsync(
        new OverdueDuty(OakHill.DistrictId, OakHill.StudentId, OakHill.PlanId, ObligationIds.AnnualReview, "", Friday), on, "T1", "test",
        CancellationToken.None);

    private Task ReplyAsync(string text, string phone = Phone) => World.UseCases.RecordReply.RunAsync(
        new InboundReply { ProviderId = $"SM{text}", From = phone, To = "+15125550100", Text = text, At = Clock.GetCurrentInstant() },
        CancellationToken.None);
}
