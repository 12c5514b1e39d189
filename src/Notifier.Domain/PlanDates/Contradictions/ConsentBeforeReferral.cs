using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>Consent to a first evaluation answers a referral.</summary>
internal sealed class ConsentBeforeReferral : IContradictionRule
{
    public IEnumerable<Contradiction> Find(DatesOfPlan dates)
    {
        if (dates.First(PlanDateKind.ReferralReceived) is { } referral
            && dates.First(PlanDateKind.ConsentReceived) is { } consent
            && consent.Date < referral.Date

            // A request that comes when a plan is running asks for a re-evaluation.
            && !dates.All(PlanDateKind.IepMeetingHeld).Any(meeting => meeting.Date <= referral.Date))
        {
            yield return new Contradiction(
                consent, $"consentReceived lies before the referralReceived of {Words.Of(referral.Date)}",
                "Check both: the clock starts on the day the agency received the consent");
        }
    }
}
