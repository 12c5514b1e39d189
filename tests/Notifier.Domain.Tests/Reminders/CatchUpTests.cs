using NodaTime;
using Notifier.Law;
using Notifier.Reminders;

namespace Notifier.Domain.Tests.Reminders;

public sealed class CatchUpTests
{
    private static readonly LocalDate Today = new(2026, 11, 2);

    [Fact]
    public void Ten_missed_rungs_become_one_reminder()
    {
        var missed = Enumerable.Range(1, 10).Select(day => Reminder(On: new(2026, 10, day), StepId: $"caseManager-{day}"));

        var latest = Assert.Single(CatchUp.Latest(missed, Today));

        Assert.Equal("caseManager-10", latest.StepId);
    }

    [Fact]
    public void Each_plan_obligation_part_and_audience_keeps_its_own()
    {
        Reminder[] missed =
        [
            Reminder(), Reminder(PlanId: "P2"), Reminder(Obligation: "reevaluation"), Reminder(Part: "reading"),
            Reminder(Audience: Audience.Supervisor),
        ];

        Assert.Equal(missed.Length, CatchUp.Latest([.. missed, .. missed.Select(one => one with { StepId = "z" })], Today).Count);
    }

    [Fact]
    public void A_family_is_not_told_of_what_was_coming_last_week()
    {
        var over = Reminder(Audience: Audience.Family) with { LastUsefulDay = Today.PlusDays(-1) };
        var still = Reminder(Audience: Audience.Family, PlanId: "P2") with { LastUsefulDay = Today };

        Assert.Equal(["P2"], CatchUp.Latest([over, still], Today).Select(reminder => reminder.PlanId));
    }

    [Fact]
    public void What_is_no_longer_useful_does_not_hide_what_is()
    {
        var still = Reminder(Audience: Audience.Family, On: new(2026, 10, 1)) with { LastUsefulDay = Today };
        var over = Reminder(Audience: Audience.Family, On: new(2026, 10, 20)) with { LastUsefulDay = new(2026, 10, 20) };

        Assert.Equal(still, Assert.Single(CatchUp.Latest([over, still], Today)));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_order()
    {
        Reminder[] missed =
        [
            Reminder(On: new(2026, 10, 1), StepId: "caseManager-30"), Reminder(On: new(2026, 10, 15), StepId: "caseManager-14"),
            Reminder(PlanId: "P2"),
        ];

        Assert.Equal(CatchUp.Latest(missed, Today), CatchUp.Latest(missed.Reverse(), Today));
    }

    private static Reminder Reminder(
        string PlanId = "P1", string Obligation = "annual-review", string Part = "", string StepId = "caseManager-7",
        Audience Audience = Audience.CaseManager, LocalDate? On = null) => new()
        {
            DistrictId = "D1",
            PlanId = PlanId,
            StudentId = "S1",
            Obligation = new ObligationId(Obligation),
            Part = Part,
            DueOn = new(2026, 11, 6),
            StepId = StepId,
            Audience = Audience,
            On = On ?? new(2026, 10, 30),
        };
}
