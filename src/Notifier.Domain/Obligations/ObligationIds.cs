using Notifier.Law;

namespace Notifier.Obligations;

/// <summary>Every obligation by name; the texts are a contract with other programs.</summary>
public static class ObligationIds
{
    public static readonly ObligationId EvaluationResponse = new("evaluation-response");
    public static readonly ObligationId InitialEvaluation = new("initial-evaluation");
    public static readonly ObligationId InitialIepMeeting = new("initial-iep-meeting");
    public static readonly ObligationId IepImplementation = new("iep-implementation");
    public static readonly ObligationId IepInEffect = new("iep-in-effect");
    public static readonly ObligationId AnnualReview = new("annual-review");
    public static readonly ObligationId Reevaluation = new("reevaluation");
    public static readonly ObligationId ReevaluationFloor = new("reevaluation-floor");
    public static readonly ObligationId ReevaluationRequest = new("reevaluation-request");
    public static readonly ObligationId MeetingNotice = new("meeting-notice");
    public static readonly ObligationId DraftDocuments = new("draft-documents");
    public static readonly ObligationId RequestedMeeting = new("requested-meeting");
    public static readonly ObligationId PriorWrittenNotice = new("prior-written-notice");
    public static readonly ObligationId ProceduralSafeguardsNotice = new("procedural-safeguards-notice");
    public static readonly ObligationId ProgressReport = new("progress-report");
    public static readonly ObligationId TransitionPlanning = new("transition-planning");
    public static readonly ObligationId RightsTransferStatement = new("rights-transfer-statement");
    public static readonly ObligationId RightsTransfer = new("rights-transfer");
    public static readonly ObligationId PartCNotification = new("part-c-notification");
    public static readonly ObligationId PartCConference = new("part-c-conference");
    public static readonly ObligationId ThirdBirthdayIep = new("third-birthday-iep");
    public static readonly ObligationId SummaryOfPerformance = new("summary-of-performance");
    public static readonly ObligationId ExitEvaluation = new("exit-evaluation");
    public static readonly ObligationId PlacementChangeNotice = new("placement-change-notice");
    public static readonly ObligationId ManifestationDetermination = new("manifestation-determination");
    public static readonly ObligationId RemovalServices = new("removal-services");
    public static readonly ObligationId InterimPlacementLimit = new("interim-placement-limit");
    public static readonly ObligationId DueProcessResponse = new("due-process-response");
    public static readonly ObligationId DueProcessInsufficiency = new("due-process-insufficiency");
    public static readonly ObligationId InsufficiencyRuling = new("insufficiency-ruling");
    public static readonly ObligationId ResolutionMeeting = new("resolution-meeting");
    public static readonly ObligationId ResolutionPeriod = new("resolution-period");
    public static readonly ObligationId DueProcessDecision = new("due-process-decision");
    public static readonly ObligationId ExpeditedResolutionMeeting = new("expedited-resolution-meeting");
    public static readonly ObligationId ExpeditedResolutionPeriod = new("expedited-resolution-period");
    public static readonly ObligationId ExpeditedHearing = new("expedited-hearing");
    public static readonly ObligationId ExpeditedDecision = new("expedited-decision");
    public static readonly ObligationId HearingDisclosure = new("hearing-disclosure");
    public static readonly ObligationId StateReviewDecision = new("state-review-decision");
    public static readonly ObligationId CivilActionLimit = new("civil-action-limit");
    public static readonly ObligationId StateComplaintDecision = new("state-complaint-decision");
    public static readonly ObligationId RecordsAccess = new("records-access");
    public static readonly ObligationId TransferIep = new("transfer-iep");
    public static readonly ObligationId FapeOfferNotice = new("fape-offer-notice");
    public static readonly ObligationId ServiceConsentResponse = new("service-consent-response");
    public static readonly ObligationId PrivatePlacementNotice = new("private-placement-notice");
    public static readonly ObligationId PublicBenefitsNotice = new("public-benefits-notice");
    public static readonly ObligationId FerpaAnnualNotice = new("ferpa-annual-notice");
    public static readonly ObligationId Section504AnnualNotice = new("section-504-annual-notice");
    public static readonly ObligationId FindingCorrection = new("finding-correction");
    public static readonly ObligationId GoalReview = new("goal-review");
    public static readonly ObligationId PlanHandover = new("plan-handover");
    public static readonly ObligationId Section504YearMeeting = new("section-504-year-meeting");
}
