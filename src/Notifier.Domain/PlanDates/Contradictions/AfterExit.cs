using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>An exit ends every clock, so what follows it would be passed over.</summary>
internal sealed class AfterExit : IContradictionRule
{
    private static readonly PlanDateKind[] SignsOfLife =
    [
        PlanDateKind.IepMeetingHeld, PlanDateKind.ConsentReceived, PlanDateKind.EvaluationCompleted, PlanDateKind.EligibilityDetermined,
        PlanDateKind.ReferralReceived,
    ];

    public IEnumerable<Contradiction> Find(DatesOfPlan dates)
    {
        if (dates.Last(PlanDateKind.Exited) is { } exit
            && SignsOfLife.Select(dates.Last).OfType<PlanDate>().Where(date => date.Date > exit.Date).MinBy(date => date.Date) is { } later)
        {
            yield return new Contradiction(
                exit, $"exited lies before the {Words.Of(later.Kind)} of {Words.Of(later.Date)}",
                "Check both; a student who came back has a plan with an id of its own");
        }
    }
}
