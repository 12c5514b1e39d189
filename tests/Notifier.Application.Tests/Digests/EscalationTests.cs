using Notifier.Application.Delivery;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Digests;

/// <summary>A review due on Friday, November 13 that stays open: Thanksgiving week has no school days.</summary>
public sealed class EscalationTests : DigestTest
{
    private static readonly NodaTime.LocalDate Friday = new(2026, 11, 13);

    public EscalationTests() => Clock.MoveTo(OakHill.At(2026, 11, 13, 5));

    [Fact]
    public async Task After_three_school_days_it_goes_to_the_supervisor_and_after_eight_to_the_district()
    {
        // Without the supervisor's own rungs, so that the escalation alone speaks.
        var district = District() with { Ladder = [Rung(Audience.CaseManager, 7), Rung(Audience.CaseManager, -1)] };
        await World.ImportAsync(district, ReviewDue(Friday));
        await RunUntilAsync(12, 3, 12);

        // School days after it: 16, 17, 18 | 19, 20, Monday 30, 1, 2 December.
        Assert.Equal("2026-11-18 06 t2 staff-digest", First(" t2 "));
        Assert.Equal("2026-12-02 06 office staff-digest", First(" office "));
        Assert.Contains("annual-review escalation-supervisor-3 in the digest of T2", await LeftToDigestAsync());
        Assert.Contains($"annual-review escalation-district-8 in the digest of {Recipient.DistrictContactId}", await LeftToDigestAsync());
        Assert.StartsWith("2026-11-18: P1/annual-review/2026-11-13", (await SaidAsync("T2"))[0], StringComparison.Ordinal);
        Assert.True((await World.UseCases.VerifyEvidence.RunAsync(
            OakHill.DistrictId, NoticeDue.LedgerOfStaff("T2"), CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task It_stops_the_moment_the_plan_date_arrives()
    {
        var district = District() with { Ladder = [Rung(Audience.CaseManager, 7), Rung(Audience.CaseManager, -1)] };
        await World.ImportAsync(district, ReviewDue(Friday));
        await RunUntilAsync(11, 17, 20);
        await World.ImportAsync(district, ReviewDue(Friday, more: new PlanDate(PlanDateKind.IepMeetingHeld, new(2026, 11, 17))));
        await RunUntilAsync(12, 3, 12);

        Assert.Null(First(" t2 "));
        Assert.Null(First(" office "));
        Assert.DoesNotContain(await LeftToDigestAsync(), line => line.Contains("escalation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_district_that_wants_each_rung_as_a_mail_has_each_step_as_a_mail()
    {
        var file = District();
        var each = file with { District = file.District with { Policies = file.District.Policies with { StaffMail = StaffMail.Each } } };
        await World.ImportAsync(each with { Ladder = [Rung(Audience.CaseManager, -1)] }, ReviewDue(Friday));
        await RunUntilAsync(12, 3, 12);

        Assert.Equal("2026-11-18 06 t2 staff-overdue", First(" t2 "));
        Assert.Equal("2026-12-02 06 office staff-overdue", First(" office "));
    }

    [Fact]
    public async Task A_district_without_steps_escalates_nothing()
    {
        var file = District() with { Ladder = [Rung(Audience.CaseManager, -1)] };
        await World.ImportAsync(
            file with { District = file.District with { Policies = file.District.Policies with { Escalation = [] } } }, ReviewDue(Friday));
        await RunUntilAsync(12, 3, 12);

        Assert.Null(First(" t2 "));
        Assert.Null(First(" office "));
    }

    private static LadderStep Rung(Audience audience, int days) => new()
    {
        StepId = audience == Audience.CaseManager ? days < 0 ? $"caseManager-late-{-days}" : $"caseManager-{days}" : $"supervisor-{days}",
        Obligation = new("annual-review"),
        Audience = audience,
        DaysBefore = days,
    };

    private string? First(string who) => ToStaff.FirstOrDefault(line => line.Contains(who, StringComparison.Ordinal));
}
