using NodaTime;
using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>
/// Finds what an active plan must have on record so that its yearly and three-yearly duties have a due date. Silent
/// while a duty is open that leads there: a first meeting that is owed, an evaluation that was consented to.
/// </summary>
public static class MissingDates
{
    private static readonly PlanDateKind[] Ends = [PlanDateKind.Exited, PlanDateKind.ServiceConsentRevoked];

    private static readonly PlanDateKind[] Evaluated =
    [
        PlanDateKind.EvaluationCompleted, PlanDateKind.EligibilityDetermined, PlanDateKind.EvaluationReportCompleted,
        PlanDateKind.ReevaluationWaived,
    ];

    /// <param name="plan">The plan with its dates.</param>
    /// <param name="today">The district's date: an exit that lies ahead has ended nothing yet.</param>
    /// <returns>Null: nothing is missing.</returns>
    public static MissingDate? Find(PlanRecord plan, LocalDate today)
    {
        var dates = new DatesOfPlan(plan, today);
        if (dates.Kind is PlanKind.Evaluation || Ends.SelectMany(dates.All).Any(date => date.Date <= today))
        {
            return null;
        }

        var meeting = !dates.Any(PlanDateKind.IepMeetingHeld) && !IsMeetingOnTheWay(dates);
        var evaluation = dates.Kind is PlanKind.Iep && !Evaluated.Any(dates.Any);
        return (meeting, evaluation) switch
        {
            (true, true) when dates.Any(PlanDateKind.ConsentReceived) => new(
                "its kind is iep, but of its evaluation only consentReceived is on record, so nobody counts the days of that evaluation",
                "Write evaluation as its kind in plans.csv while the evaluation goes on; if it is over, add evaluationCompleted and the first iepMeetingHeld"),
            (true, true) => new(
                "there is no iepMeetingHeld and neither evaluationCompleted nor eligibilityDetermined, so neither annual review nor re-evaluation has a due date",
                "Add the last iepMeetingHeld and the last evaluationCompleted; a plan that ended has an exited date"),
            (true, false) => new(
                "there is no iepMeetingHeld, so the annual review has no due date",
                "Add the last iepMeetingHeld; a plan that ended has an exited date"),
            (false, true) => new(
                "there is neither evaluationCompleted nor eligibilityDetermined, so the re-evaluation has no due date",
                "Add the last evaluationCompleted, or the eligibilityDetermined that followed it"),
            _ => null,
        };
    }

    // The first meeting is owed 30 days after eligibility for an IEP alone (34 CFR 300.323(c)(1)); for a 504 plan what is
    // owed is the evaluation, until it was made.
    private static bool IsMeetingOnTheWay(DatesOfPlan dates) =>
        dates.All(PlanDateKind.MeetingScheduled).Any(date => date.Date >= dates.Today)
        || (dates.Kind is PlanKind.Iep
            ? dates.Any(PlanDateKind.EligibilityDetermined)
            : dates.Any(PlanDateKind.ConsentReceived) && !Evaluated.Any(dates.Any));
}
