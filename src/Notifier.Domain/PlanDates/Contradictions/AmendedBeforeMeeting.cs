using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>Only a plan that a meeting has written can be amended (34 CFR 300.324(a)(4)).</summary>
internal sealed class AmendedBeforeMeeting : IContradictionRule
{
    public IEnumerable<Contradiction> Find(DatesOfPlan dates)
    {
        if (dates.First(PlanDateKind.IepAmended) is { } amended
            && dates.First(PlanDateKind.IepMeetingHeld) is { } meeting
            && amended.Date < meeting.Date
            && !dates.Any(PlanDateKind.TransferIepReceived))
        {
            yield return new Contradiction(
                amended, $"iepAmended lies before the first iepMeetingHeld, {Words.Of(meeting.Date)}",
                "Check both, or add the meeting that wrote the plan that was amended");
        }
    }
}
