using NodaTime;

namespace Notifier.PlanDates.Contradictions;

/// <summary>Finds dates of one plan that cannot all be right. The dates are kept; a person must look.</summary>
public static class AllContradictions
{
    private static readonly IContradictionRule[] Rules =
    [
        new BeforeBirth(),
        new NotYetHappened(),
        new ConsentBeforeReferral(),
        new MeetingBeforeItsCause(),
        new EvaluationBeforeConsent(),
        new EligibilityAfterMeeting(),
        new ReportAfterEligibility(),
        new AmendedBeforeMeeting(),
        new AfterExit(),
        new GoalReviewedUnknown(),
        new TwoMeetingsOnOneDay(),
    ];

    /// <param name="plan">The plan with its dates.</param>
    /// <param name="today">The district's date: what has happened cannot lie after it.</param>
    public static IReadOnlyList<Contradiction> Find(PlanRecord plan, LocalDate today)
    {
        var dates = new DatesOfPlan(plan, today);
        return [.. Rules.SelectMany(rule => rule.Find(dates))];
    }
}
