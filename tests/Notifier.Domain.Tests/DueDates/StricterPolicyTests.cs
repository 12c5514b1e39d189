using Notifier.Law;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Domain.Tests.DueDates;

public sealed class StricterPolicyTests
{
    [Theory]
    [InlineData(59, "Thu 2025-12-25")]
    [InlineData(60, "Fri 2025-12-26")]
    public void A_stricter_number_gives_an_earlier_date(int days, string expected) =>
        Assert.Equal(PlanBuilder.Day(expected), Evaluation(days).Due(ObligationIds.InitialEvaluation, "Mon 2025-11-03").DueOn);

    [Fact]
    public void The_explanation_says_that_the_number_is_the_districts()
    {
        var why = Evaluation(45).Explain(ObligationIds.InitialEvaluation, "Mon 2025-11-03").Why;

        Assert.Contains("The district asks 45 calendar days of itself.", why);
        Assert.Contains("Of Fri 2025-12-26 and Thu 2025-12-11 the earlier governs: Thu 2025-12-11.", why);
    }

    [Fact]
    public void A_looser_number_is_refused_with_the_paragraph_it_would_break()
    {
        var refused = Assert.Throws<ArgumentException>(() => Evaluation(61).Calculator());

        Assert.Contains("34 CFR 300.301(c)(1)", refused.Message);
        Assert.Contains("60 calendar days", refused.Message);
    }

    [Fact]
    public void A_count_before_a_meeting_is_stricter_when_it_is_longer()
    {
        var plan = new PlanBuilder(PlanKind.Iep) { State = "TX", Policies = Policies(ObligationIds.MeetingNotice, 7) }
            .With("meetingScheduled Fri 2025-10-31");

        Assert.Equal(PlanBuilder.Day("Wed 2025-10-22"), plan.Due(ObligationIds.MeetingNotice, "Mon 2025-10-06").DueOn);
        Assert.Throws<ArgumentException>(
            () => (plan with { Policies = Policies(ObligationIds.MeetingNotice, 4) }).Calculator());
    }

    [Fact]
    public void Nothing_can_be_stricter_than_a_number_the_law_does_not_name() => Assert.Throws<ArgumentException>(
        () => (new PlanBuilder(PlanKind.Iep) with { Policies = Policies(ObligationIds.ProgressReport, 5) }).Calculator());

    [Fact]
    public void An_agreed_date_still_replaces_a_stricter_one()
    {
        var plan = Evaluation(45).With("completionDateAgreed Fri 2026-01-30");

        Assert.Equal(PlanBuilder.Day("Fri 2026-01-30"), plan.Due(ObligationIds.InitialEvaluation, "Mon 2025-11-03").DueOn);
    }

    private static PlanBuilder Evaluation(int days) => new PlanBuilder(PlanKind.Evaluation)
    {
        Policies = Policies(ObligationIds.InitialEvaluation, days),
    }.With("consentReceived Mon 2025-10-27");

    private static DistrictPolicies Policies(ObligationId id, int days) =>
        new() { StricterDays = new Dictionary<ObligationId, int> { [id] = days } };
}
