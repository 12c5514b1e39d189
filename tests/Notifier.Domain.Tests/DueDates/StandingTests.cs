using Notifier.DueDates;
using Notifier.Law;
using Notifier.Obligations;

namespace Notifier.Domain.Tests.DueDates;

public sealed class StandingTests
{
    private static readonly PlanBuilder Evaluation = new PlanBuilder(PlanKind.Evaluation).With("consentReceived Mon 2025-10-27");
    private static readonly PlanBuilder Iep = new PlanBuilder(PlanKind.Iep).With("iepMeetingHeld Fri 2025-10-10");

    [Theory]
    [InlineData("Wed 2025-11-26", DueStatus.Due)]
    [InlineData("Tue 2025-11-25", DueStatus.Upcoming)]
    [InlineData("Fri 2025-12-26", DueStatus.Due)]
    [InlineData("Sat 2025-12-27", DueStatus.Overdue)]
    public void Follows_the_day_asked_about(string asOf, DueStatus status) =>
        Assert.Equal(status, Evaluation.Due(ObligationIds.InitialEvaluation, asOf).Status);

    [Theory]
    [InlineData("Fri 2025-12-26", DueStatus.Met)]
    [InlineData("Sat 2025-12-27", DueStatus.MetLate)]
    public void Is_met_up_to_the_last_day_and_late_after_it(string reported, DueStatus status)
    {
        var due = Evaluation.With($"evaluationReportCompleted {reported}").Due(ObligationIds.InitialEvaluation, "Mon 2026-01-05");

        Assert.Equal(status, due.Status);
        Assert.Equal(PlanBuilder.Day(reported), due.MetOn);
    }

    [Fact]
    public void Is_open_on_a_day_before_it_was_met()
    {
        var plan = Evaluation.With("evaluationReportCompleted Sat 2025-12-27");

        Assert.Equal(DueStatus.Due, plan.Due(ObligationIds.InitialEvaluation, "Fri 2025-12-26").Status);
    }

    [Fact]
    public void Evidence_from_before_the_clock_started_belongs_to_another_cycle()
    {
        var plan = Evaluation.With("evaluationReportCompleted Fri 2025-10-24");

        Assert.Equal(DueStatus.Overdue, plan.Due(ObligationIds.InitialEvaluation, "Mon 2026-01-05").Status);
    }

    [Fact]
    public void The_record_may_name_the_obligation_that_was_met()
    {
        var plan = Iep.With("placementChangeDecided Tue 2025-12-16")
            .With("obligationMet Fri 2026-01-09", "manifestation-determination");

        Assert.Equal(DueStatus.Met, plan.Due(ObligationIds.ManifestationDetermination, "Mon 2026-02-02").Status);
        Assert.Equal(DueStatus.Overdue, plan.Due(ObligationIds.PlacementChangeNotice, "Mon 2026-02-02").Status);
    }

    [Theory]
    [InlineData("Fri 2025-12-26", DueStatus.NotOwed)]
    [InlineData("Sat 2025-12-27", DueStatus.Overdue)]
    public void The_time_allowed_is_lifted_when_the_child_is_not_produced_before_it_is_over(string noted, DueStatus status)
    {
        var plan = Evaluation.With($"childNotProduced {noted}");

        Assert.Equal(status, plan.Due(ObligationIds.InitialEvaluation, "Mon 2026-01-05").Status);
        Assert.Equal(DueStatus.Upcoming, plan.Due(ObligationIds.InitialEvaluation, "Mon 2025-11-03").Status);
    }

    [Fact]
    public void An_evaluation_is_met_although_its_time_was_lifted()
    {
        var plan = Evaluation.With("childNotProduced Mon 2025-12-01").With("evaluationReportCompleted Mon 2026-01-12");

        Assert.Equal(DueStatus.MetLate, plan.Due(ObligationIds.InitialEvaluation, "Mon 2026-02-02").Status);
    }

    [Fact]
    public void An_exit_ends_every_clock_at_once()
    {
        var plan = Iep.With("evaluationCompleted Mon 2022-10-10").With("dueProcessComplaintReceived Mon 2026-01-05")
            .With("exited Thu 2026-01-15", "moved");

        var due = plan.Calculator().Calculate(plan.Record(), CaseFiles.Calendar("cal-ab"), PlanBuilder.Day("Fri 2026-01-16"));

        Assert.NotEmpty(due);
        Assert.All(due, each => Assert.True(each.Status is DueStatus.NotOwed or DueStatus.Met, $"{each.Obligation} {each.Status}"));
        Assert.Contains(due, each => each.Obligation == ObligationIds.AnnualReview);
    }

    [Fact]
    public void An_exit_that_lies_ahead_ends_nothing_yet()
    {
        var plan = Iep.With("exited Fri 2026-05-29", "diploma");

        Assert.Equal(DueStatus.Upcoming, plan.Due(ObligationIds.AnnualReview, "Mon 2026-02-02").Status);
        Assert.Equal(DueStatus.Due, plan.Due(ObligationIds.SummaryOfPerformance, "Mon 2026-05-04").Status);
    }

    [Fact]
    public void A_student_who_comes_back_is_owed_what_starts_again()
    {
        var plan = Iep.With("exited Fri 2025-10-31").With("iepMeetingHeld Mon 2026-02-02");

        Assert.Equal(DueStatus.Upcoming, plan.Due(ObligationIds.AnnualReview, "Mon 2026-03-02").Status);
        Assert.NotEqual(DueStatus.NotOwed, plan.Due(ObligationIds.RightsTransfer, "Mon 2026-03-02").Status);
    }

    [Fact]
    public void Revoked_consent_ends_the_plan_but_not_a_complaint()
    {
        var plan = Iep.With("dueProcessComplaintReceived Mon 2026-01-12").With("serviceConsentRevoked Thu 2026-01-15");

        Assert.Equal(DueStatus.NotOwed, plan.Due(ObligationIds.AnnualReview, "Fri 2026-01-16").Status);
        Assert.Equal(DueStatus.Due, plan.Due(ObligationIds.ResolutionMeeting, "Fri 2026-01-16").Status);
    }

    [Fact]
    public void Withdrawn_consent_closes_the_evaluation_and_a_new_consent_starts_a_new_clock()
    {
        var withdrawn = Evaluation.With("consentWithdrawn Mon 2025-11-10");
        var again = withdrawn.With("consentReceived Mon 2025-12-01");

        Assert.Equal(DueStatus.NotOwed, withdrawn.Due(ObligationIds.InitialEvaluation, "Fri 2026-02-13").Status);
        Assert.Equal(DueStatus.Overdue, again.Due(ObligationIds.InitialEvaluation, "Fri 2026-02-13").Status);
    }

    [Theory]
    [InlineData("Fri 2025-12-19", DueStatus.Met)]
    [InlineData("Mon 2026-01-05", DueStatus.MetLate)]
    public void A_notice_is_met_before_the_meeting_it_is_for(string sent, DueStatus status)
    {
        var plan = Iep.With("meetingScheduled Mon 2026-01-12").With($"obligationMet {sent}", "meeting-notice");

        Assert.Equal(status, plan.Due(ObligationIds.MeetingNotice, "Tue 2026-01-06").Status);
    }

    [Fact]
    public void A_notice_for_a_meeting_that_was_moved_must_be_given_again()
    {
        var plan = Iep.With("meetingScheduled Mon 2026-01-12").With("obligationMet Fri 2025-12-19", "meeting-notice")
            .With("meetingScheduled Mon 2026-02-09");

        Assert.Equal(DueStatus.Due, plan.Due(ObligationIds.MeetingNotice, "Tue 2026-01-20").Status);
    }

    [Theory]
    [InlineData("referralReceived Wed 2025-10-01", "Wed 2025-10-01")]
    [InlineData("stateComplaintReceived Thu 2025-10-02", "Thu 2025-10-02")]
    [InlineData("referralReceived Mon 2025-08-11", "Wed 2025-08-20")]
    public void The_safeguards_notice_is_owed_on_the_day_that_calls_for_it(string happened, string due)
    {
        var plan = new PlanBuilder(PlanKind.Evaluation).With(happened);

        Assert.Equal(PlanBuilder.Day(due), plan.Due(ObligationIds.ProceduralSafeguardsNotice, "Mon 2025-11-03").DueOn);
    }

    [Fact]
    public void Each_goal_stands_for_itself()
    {
        var plan = Iep.With("goalDue Fri 2026-01-16", "reading").With("goalDue Fri 2026-01-16", "writing")
            .With("goalReviewed Thu 2026-01-15", "reading");

        Assert.Equal(DueStatus.Met, plan.Due(ObligationIds.GoalReview, "Mon 2026-01-19", "reading").Status);
        Assert.Equal(DueStatus.Overdue, plan.Due(ObligationIds.GoalReview, "Mon 2026-01-19", "writing").Status);
    }

    [Fact]
    public void A_lower_bound_is_never_overdue()
    {
        var plan = Iep.With("evaluationCompleted Mon 2024-10-14");

        Assert.Equal(DueStatus.NotOwed, plan.Due(ObligationIds.ReevaluationFloor, "Mon 2026-02-02").Status);
    }

    [Fact]
    public void What_cannot_be_counted_is_still_listed_with_the_year_that_is_missing()
    {
        var plan = Iep with { Calendar = "one-year" };
        var due = plan.With("placementChangeDecided Wed 2026-05-27").Due(ObligationIds.ManifestationDetermination, "Thu 2026-05-28");

        Assert.Null(due.DueOn);
        Assert.Null(due.LastPracticalDay);
        Assert.Equal(DueStatus.Due, due.Status);
        Assert.Contains("2026-27", due.Problem);
    }

    [Fact]
    public void A_calculation_that_failed_leaves_nothing_to_the_next_student()
    {
        var calculator = Iep.Calculator();
        var failing = Iep with { Born = new NodaTime.LocalDate(9995, 1, 1) };
        var day = PlanBuilder.Day("Wed 2025-12-17");
        var expected = calculator.Calculate(Evaluation.Record(), CaseFiles.Calendar("cal-ab"), day);

        // The annual review is made before the 18th birthday leaves the calendar of the library.
        Assert.Throws<ArgumentOutOfRangeException>(() => calculator.Calculate(failing.Record(), CaseFiles.Calendar("cal-ab"), day));

        Assert.Equal(expected, calculator.Calculate(Evaluation.Record(), CaseFiles.Calendar("cal-ab"), day));
    }

    [Fact]
    public void The_last_practical_day_stands_beside_the_legal_one()
    {
        var due = Evaluation.Due(ObligationIds.InitialEvaluation, "Mon 2025-11-03");

        Assert.Equal(PlanBuilder.Day("Fri 2025-12-26"), due.DueOn);
        Assert.Equal(PlanBuilder.Day("Fri 2025-12-19"), due.LastPracticalDay);
    }
}
