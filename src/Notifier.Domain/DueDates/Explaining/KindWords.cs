using Notifier.Law;

namespace Notifier.DueDates.Explaining;

/// <summary>What happened on a plan date, as the subject and verb of a sentence.</summary>
internal static class KindWords
{
    public static string Of(PlanDateKind kind) => kind switch
    {
        PlanDateKind.ReferralReceived => "the referral was received",
        PlanDateKind.ConsentReceived => "consent for the evaluation was received",
        PlanDateKind.EvaluationReportCompleted => "the evaluation report was finished",
        PlanDateKind.EligibilityDetermined => "eligibility was determined",
        PlanDateKind.IepMeetingHeld => "the team met on the plan",
        PlanDateKind.IepAmended => "the plan was amended",
        PlanDateKind.EvaluationCompleted => "the last evaluation was completed",
        PlanDateKind.ReevaluationWaived => "parent and agency agreed that no re-evaluation is needed",
        PlanDateKind.ReevaluationConsentReceived => "consent for the re-evaluation was received",
        PlanDateKind.MeetingRequested => "the request for a meeting was received",
        PlanDateKind.MeetingScheduled => "the meeting is planned",
        PlanDateKind.PlacementChangeDecided => "the change of placement was decided",
        PlanDateKind.TransferIepReceived => "the transferred IEP was received",
        PlanDateKind.DueProcessComplaintReceived => "the due process complaint was received",
        PlanDateKind.ExpeditedComplaintReceived => "the expedited complaint was received",
        PlanDateKind.StateComplaintReceived => "the State complaint was received",
        PlanDateKind.ServiceConsentRequested => "the parent received the request for consent to services",
        PlanDateKind.ServiceConsentReceived => "consent to services was received",
        PlanDateKind.Absence => "the student was absent",
        PlanDateKind.CompletionDateAgreed => "the evaluation is to be completed by agreement",
        PlanDateKind.ConsentWithdrawn => "consent was withdrawn",
        PlanDateKind.ServiceConsentRevoked => "consent to services was revoked",
        PlanDateKind.Exited => "the student left services",
        PlanDateKind.ChildNotProduced => "the parent had repeatedly failed to produce the child",
        PlanDateKind.EnrolledDuringEvaluation => "the child enrolled while the evaluation was under way",
        PlanDateKind.DelayExplained => "the reason for a delay was noted",
        PlanDateKind.PriorNoticeSent => "prior written notice was sent",
        PlanDateKind.ActionPlanned => "the action is planned",
        PlanDateKind.HearingScheduled => "the hearing is planned",
        PlanDateKind.HearingHeld => "the hearing was held",
        PlanDateKind.ResolutionEnded => "the resolution period ended early",
        PlanDateKind.InsufficiencyNoticeReceived => "the notice of insufficiency was received",
        PlanDateKind.DecisionIssued => "the decision was issued",
        PlanDateKind.RecordsRequested => "the request for records was received",
        PlanDateKind.RemovalDay => "the student was first removed that school year",
        PlanDateKind.InterimPlacementStarted => "the interim placement started",
        PlanDateKind.PrivatePlacementPlanned => "the private placement is planned",
        PlanDateKind.PublicBenefitsNoticeGiven => "the public-benefits notice was given",
        PlanDateKind.FindingIssued => "the finding was issued",
        PlanDateKind.ReviewRequested => "the review was requested",
        PlanDateKind.GoalDue => "the goal is due",
        PlanDateKind.GoalReviewed => "the goal was reviewed",
        PlanDateKind.ObligationMet => "the obligation was met",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no words for this kind of plan date"),
    };
}
