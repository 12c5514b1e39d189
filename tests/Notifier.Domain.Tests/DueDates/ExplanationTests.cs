using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.Domain.Tests.DueDates;

public sealed class ExplanationTests
{
    [Fact]
    public void Names_day_one_every_day_skipped_and_the_last_day()
    {
        var plan = new PlanBuilder(PlanKind.Evaluation) { State = "TX" }.With("consentReceived Mon 2025-10-27");

        var explained = plan.Explain(ObligationIds.InitialEvaluation, "Mon 2025-11-03");

        Assert.Equal(PlanBuilder.Day("Fri 2026-01-16"), explained.DueDate.DueOn);
        Assert.Equal(["19 TAC 89.1011(c)", "34 CFR 300.301(c)(1)(ii)"], explained.DueDate.Law.Select(law => law.Text));
        Assert.Equal(
            [
                "On Mon 2025-10-27 consent for the evaluation was received: day 0, which is not counted.",
                "131 school days are left after Mon 2025-10-27 up to the last school day of that year, Fri 2026-05-29. The rule for 35 to 44 days left does not apply.",
                "Day 1 is Tue 2025-10-28; school days are counted.",
            ],
            explained.Why.Take(3));
    }

    [Fact]
    public void Names_a_saturday_that_counts()
    {
        var plan = new PlanBuilder(PlanKind.Iep) { Calendar = "snow" }.With("placementChangeDecided Wed 2026-01-07");

        var why = plan.Explain(ObligationIds.ManifestationDetermination, "Thu 2026-01-08").Why;

        Assert.Contains("Sat 2026-01-24 is counted: a make-up day.", why);
        Assert.Single(why, sentence => sentence.Contains("make-up", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_which_of_two_clocks_governs()
    {
        var plan = new PlanBuilder(PlanKind.Evaluation) { State = "TX" }
            .With("evaluationReportCompleted Mon 2025-11-03").With("eligibilityDetermined Mon 2025-11-10");

        var why = plan.Explain(ObligationIds.InitialIepMeeting, "Mon 2025-11-17").Why;

        Assert.Contains("Of Wed 2025-12-03 and Wed 2025-12-10 the earlier governs: Wed 2025-12-03.", why);
    }

    [Fact]
    public void Says_that_a_number_is_to_be_verified()
    {
        var plan = new PlanBuilder(PlanKind.Iep).With("decisionIssued Mon 2025-11-17");

        Assert.Contains(
            plan.Explain(ObligationIds.CivilActionLimit, "Tue 2025-11-18").Why, sentence => sentence.StartsWith("To be verified", StringComparison.Ordinal));
    }

    [Fact]
    public void Cites_the_state_whose_age_it_counts_with()
    {
        var plan = new PlanBuilder(PlanKind.Iep) { State = "TX", Born = PlanBuilder.Day("Sun 2012-03-04") }
            .With("iepMeetingHeld Fri 2025-10-10");

        var explained = plan.Explain(ObligationIds.TransitionPlanning, "Mon 2025-11-03");

        Assert.Equal(["TEC 29.0111", "34 CFR 300.320(b)"], explained.DueDate.Law.Select(law => law.Text));
        Assert.Contains("State rule: TEC 29.0111.", explained.Why);
    }

    [Fact]
    public void Says_what_keeps_a_date_from_being_counted()
    {
        var plan = new PlanBuilder(PlanKind.Iep) { Calendar = "no-school-year" }.With("placementChangeDecided Tue 2025-12-16");

        var explained = plan.Explain(ObligationIds.ManifestationDetermination, "Wed 2025-12-17");

        Assert.Null(explained.DueDate.DueOn);
        Assert.Contains(explained.DueDate.Problem!, explained.Why);
    }
}
