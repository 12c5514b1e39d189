using NodaTime;
using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>The team finds a child eligible before, or in, the meeting that writes the plan (34 CFR 300.323(c)(1)).</summary>
internal sealed class EligibilityAfterMeeting : IContradictionRule
{
    private const int SameCycleDays = 120;

    private static readonly PlanDateKind[] Openings =
        [PlanDateKind.ConsentReceived, PlanDateKind.EvaluationCompleted, PlanDateKind.EvaluationReportCompleted];

    public IEnumerable<Contradiction> Find(DatesOfPlan dates)
    {
        // Annual meetings of a running plan lie before a later determination and are right: only the first one is asked.
        if (dates.First(PlanDateKind.IepMeetingHeld) is { } meeting
            && dates.First(PlanDateKind.EligibilityDetermined) is { } eligible
            && meeting.Date < eligible.Date
            && !dates.Any(PlanDateKind.TransferIepReceived)
            && Openings.SelectMany(dates.All).Any(opening =>
                opening.Date <= meeting.Date && Period.DaysBetween(opening.Date, eligible.Date) <= SameCycleDays))
        {
            yield return new Contradiction(
                eligible, $"eligibilityDetermined lies after the iepMeetingHeld of {Words.Of(meeting.Date)}",
                "Check both: the child is found eligible before, or in, the meeting that writes the plan");
        }
    }
}
