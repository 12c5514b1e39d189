using Notifier.Law;
using static Notifier.Law.PlanDateKind;

namespace Notifier.Obligations;

/// <content>Complaints, hearings and findings.</content>
public static partial class ObligationCatalog
{
    private static IEnumerable<ObligationEntry> Disputes =>
    [
        new(ObligationIds.DueProcessResponse, "Response to a due process complaint")
        {
            Law = [new("34 CFR 300.508(e)-(f)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            EndedBy = [Exited],
        },
        new(ObligationIds.DueProcessInsufficiency, "Notice that a complaint is insufficient")
        {
            Law = [new("34 CFR 300.508(d)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            MetBy = [InsufficiencyNoticeReceived],
            EndedBy = [Exited],
        },
        new(ObligationIds.InsufficiencyRuling, "Hearing officer's ruling on sufficiency")
        {
            Law = [new("34 CFR 300.508(d)(2)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            EndedBy = [Exited],
        },
        new(ObligationIds.ResolutionMeeting, "Resolution meeting")
        {
            Law = [new("34 CFR 300.510(a)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            EndedBy = [Exited],
        },
        new(ObligationIds.ResolutionPeriod, "End of the resolution period")
        {
            Law = [new("34 CFR 300.510(b)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            MetBy = [ResolutionEnded],
            EndedBy = [Exited],
        },
        new(ObligationIds.DueProcessDecision, "Due process hearing decision")
        {
            Law = [new("34 CFR 300.515(a)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            MetBy = [DecisionIssued],
            EndedBy = [Exited],
        },
        new(ObligationIds.HearingDisclosure, "Disclosure before a hearing")
        {
            Law = [new("34 CFR 300.512(a)(3), (b)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            EndedBy = [Exited],
        },
        new(ObligationIds.StateReviewDecision, "State-level review decision")
        {
            Law = [new("34 CFR 300.514, 300.515(b)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            MetBy = [DecisionIssued],
            EndedBy = [Exited],
        },
        new(ObligationIds.CivilActionLimit, "Last day for a civil action")
        {
            Law = [new("34 CFR 300.516(b)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            EndedBy = [Exited],
        },
        new(ObligationIds.StateComplaintDecision, "State complaint decision")
        {
            Law = [new("34 CFR 300.152(a)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            MetBy = [DecisionIssued],
            EndedBy = [Exited],
        },
        new(ObligationIds.FindingCorrection, "Correction of a monitoring finding (SPP-18)")
        {
            Law = [new("34 CFR 300.600(e)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited],
        },
    ];
}
