using Notifier.Law;
using static Notifier.Law.PlanDateKind;

namespace Notifier.Obligations;

/// <content>What recurs or falls due while a plan is in force, and when it ends.</content>
public static partial class ObligationCatalog
{
    private static IEnumerable<ObligationEntry> Plan =>
    [
        new(ObligationIds.IepInEffect, "IEP in effect at the start of the school year")
        {
            Law = [new("34 CFR 300.323(a)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.AnnualReview, "Annual review of the plan")
        {
            Law = [new("34 CFR 300.324(b)(1)(i)")],
            Section504Law = [new("34 CFR 104.35(d)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Section504],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.Reevaluation, "Re-evaluation, at least every three years")
        {
            Law = [new("34 CFR 300.303(b)(2)")],
            Section504Law = [new("34 CFR 104.35(d)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Section504],
            MetBy = [EvaluationCompleted, ReevaluationWaived],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.ReevaluationFloor, "Re-evaluation not before")
        {
            Law = [new("34 CFR 300.303(b)(1)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.ReevaluationRequest, "Answer to a request for re-evaluation")
        {
            Law = [new("34 CFR 300.303(a)(2)"), new("34 CFR 300.503")],
            PlanKinds = [PlanKind.Iep],
            MetBy = [ReevaluationConsentReceived, PriorNoticeSent],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.ProgressReport, "Progress report on annual goals")
        {
            Law = [new("34 CFR 300.320(a)(3)(ii)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.GoalReview, "Review of a goal at its own due date")
        {
            Law = [new("34 CFR 300.320(a)(2)-(3)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Section504],
            MetBy = [GoalReviewed],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.TransitionPlanning, "Secondary transition content in the IEP")
        {
            Law = [new("34 CFR 300.320(b), 300.321(b)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.RightsTransferStatement, "Statement that rights will transfer")
        {
            Law = [new("34 CFR 300.320(c)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.RightsTransfer, "Transfer of rights at majority")
        {
            Law = [new("34 CFR 300.520")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.SummaryOfPerformance, "Summary of performance")
        {
            Law = [new("34 CFR 300.305(e)(3)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [],
        },
        new(ObligationIds.ExitEvaluation, "Evaluation before dismissal from services")
        {
            Law = [new("34 CFR 300.305(e)(1)-(2)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [],
        },
        new(ObligationIds.TransferIep, "Adopt or replace a transferred IEP")
        {
            Law = [new("34 CFR 300.323(e)-(f)")],
            PlanKinds = [PlanKind.Iep],
            MetBy = [IepMeetingHeld],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.PlanHandover, "Plan handed to the student's teachers of the new year")
        {
            Law = [new("34 CFR 300.323(d)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Section504],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.Section504YearMeeting, "504 team meets at the start or the end of the school year")
        {
            Section504Law = [new("34 CFR 104.35(d)")],
            PlanKinds = [PlanKind.Section504],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
    ];
}
