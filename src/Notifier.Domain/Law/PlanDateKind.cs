namespace Notifier.Law;

/// <summary>
/// The kinds of dated facts the law counts from or looks for. In files each is written in camel case
/// (<c>consentReceived</c>); the member's name is the same word.
/// </summary>
public enum PlanDateKind
{
    ReferralReceived,
    ConsentReceived,
    EvaluationReportCompleted,
    EligibilityDetermined,
    IepMeetingHeld,
    IepAmended,
    EvaluationCompleted,
    ReevaluationWaived,
    ReevaluationConsentReceived,
    MeetingRequested,
    MeetingScheduled,
    PlacementChangeDecided,
    TransferIepReceived,
    DueProcessComplaintReceived,
    ExpeditedComplaintReceived,
    StateComplaintReceived,
    ServiceConsentRequested,
    ServiceConsentReceived,
    Absence,
    CompletionDateAgreed,
    ConsentWithdrawn,
    ServiceConsentRevoked,
    Exited,

    /// <summary>The parent had repeatedly failed or refused to produce the child for the evaluation (34 CFR 300.301(d)(1)).</summary>
    ChildNotProduced,

    /// <summary>The child enrolled here while another agency's evaluation was under way (34 CFR 300.301(d)(2)).</summary>
    EnrolledDuringEvaluation,

    /// <summary>Why a duty was or will be late, noted on this date; the detail is the obligation's id, a colon and the reason.</summary>
    DelayExplained,
    PriorNoticeSent,
    ActionPlanned,
    HearingScheduled,
    HearingHeld,
    ResolutionEnded,
    InsufficiencyNoticeReceived,
    DecisionIssued,
    RecordsRequested,
    RemovalDay,
    InterimPlacementStarted,
    PrivatePlacementPlanned,
    PublicBenefitsNoticeGiven,
    FindingIssued,
    ReviewRequested,
    GoalDue,
    GoalReviewed,

    /// <summary>
    /// An obligation was met on this date; the detail is the obligation's id. For duties whose completion has no
    /// kind of its own (a manifestation determination, a progress report).
    /// </summary>
    ObligationMet,
}
