using NodaTime;
using Notifier.Domain.Tests.DueDates;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Domain.Tests.Law;

/// <summary>North Carolina and Virginia count from the referral: consent without a referral must not pass in silence.</summary>
public sealed class MissingStartTests
{
    private static readonly LocalDate Consent = new(2025, 10, 27);

    [Theory]
    [InlineData("NC", "initial-evaluation", "North Carolina")]
    [InlineData("NC", "initial-iep-meeting", "North Carolina")]
    [InlineData("VA", "initial-evaluation", "Virginia")]
    public void Consent_without_a_referral_is_a_problem_that_names_the_missing_date(string state, string obligation, string name)
    {
        var due = Due(state, obligation, new PlanDate(PlanDateKind.ConsentReceived, Consent));

        Assert.NotNull(due);
        Assert.Null(due.DueOn);
        Assert.Equal(Consent, due.StartedOn);
        Assert.Equal(DueStatus.Due, due.Status);
        Assert.Equal($"{name} counts this from referralReceived, which is not on record: record it.", due.Problem);
    }

    [Fact]
    public void Thirty_days_from_eligibility_do_not_hide_the_missing_referral()
    {
        var due = Due(
            "NC", "initial-iep-meeting",
            new PlanDate(PlanDateKind.ConsentReceived, Consent), new PlanDate(PlanDateKind.EligibilityDetermined, new(2026, 1, 12)));

        Assert.Null(due!.DueOn);
        Assert.Contains("referralReceived", due.Problem);
    }

    [Fact]
    public void What_was_met_needs_no_referral_any_more() => Assert.Null(Due(
        "NC", "initial-iep-meeting",
        new PlanDate(PlanDateKind.ConsentReceived, Consent), new PlanDate(PlanDateKind.IepMeetingHeld, new(2025, 12, 1))));

    [Fact]
    public void With_the_referral_there_is_a_date_and_no_problem()
    {
        var due = Due(
            "NC", "initial-evaluation",
            new PlanDate(PlanDateKind.ConsentReceived, Consent), new PlanDate(PlanDateKind.ReferralReceived, new(2025, 10, 1)));

        Assert.Equal(new LocalDate(2025, 12, 30), due!.DueOn);
        Assert.Null(due.Problem);
    }

    [Fact]
    public void Without_consent_and_referral_nothing_is_owed() => Assert.Null(Due(
        "NC", "initial-evaluation", new PlanDate(PlanDateKind.MeetingScheduled, Consent)));

    [Theory]
    [InlineData("NC")]
    [InlineData("VA")]
    public void The_explanation_says_what_is_missing(string state)
    {
        var row = StateTable.Of(state).Rows[0];
        var plan = row.Plan with { Dates = [new PlanDate(PlanDateKind.ConsentReceived, Consent)] };

        var explained = new DueDateCalculator(StateLaw.For(state), row.District)
            .Explain(plan, CaseFiles.Calendar("cal-ab"), new LocalDate(2025, 11, 3))
            .Single(each => each.DueDate.Obligation == ObligationIds.InitialEvaluation);

        Assert.Contains(explained.DueDate.Problem!, explained.Why);
    }

    private static DueDate? Due(string state, string obligation, params PlanDate[] dates)
    {
        var row = StateTable.Of(state).Rows.First(row => row.Obligation == "initial-evaluation");
        return new DueDateCalculator(StateLaw.For(state), row.District)
            .Calculate(row.Plan with { Dates = dates }, CaseFiles.Calendar("cal-ab"), new LocalDate(2026, 1, 20))
            .SingleOrDefault(due => due.Obligation.Value == obligation);
    }
}
