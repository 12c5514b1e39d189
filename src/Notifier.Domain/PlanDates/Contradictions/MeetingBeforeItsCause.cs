using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>No meeting writes a plan before the child was referred and the consent was there.</summary>
internal sealed class MeetingBeforeItsCause : IContradictionRule
{
    public IEnumerable<Contradiction> Find(DatesOfPlan dates)
    {
        // A plan that came with the child began elsewhere.
        if (dates.First(PlanDateKind.IepMeetingHeld) is not { } meeting || dates.Any(PlanDateKind.TransferIepReceived))
        {
            yield break;
        }

        var consent = dates.First(PlanDateKind.ConsentReceived);
        if (dates.First(PlanDateKind.ReferralReceived) is { } referral && meeting.Date < referral.Date
            && (dates.Kind == PlanKind.Evaluation || consent?.Date >= referral.Date))
        {
            yield return new Contradiction(
                meeting, $"iepMeetingHeld lies before the referralReceived of {Words.Of(referral.Date)}", "Check the years of both dates");
        }
        else if (consent is not null && meeting.Date < consent.Date)
        {
            yield return new Contradiction(
                meeting, $"iepMeetingHeld lies before the consentReceived of {Words.Of(consent.Date)}",
                "Check both; consent to a re-evaluation is reevaluationConsentReceived");
        }
    }
}
