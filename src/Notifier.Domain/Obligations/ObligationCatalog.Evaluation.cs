using Notifier.Law;
using static Notifier.Law.PlanDateKind;

namespace Notifier.Obligations;

/// <content>From a request for evaluation to the first IEP.</content>
public static partial class ObligationCatalog
{
    private static IEnumerable<ObligationEntry> Evaluation =>
    [
        new(ObligationIds.EvaluationResponse, "Answer to a request for evaluation")
        {
            Law = [new("34 CFR 300.503")],
            PlanKinds = [PlanKind.Evaluation, PlanKind.Iep],
            MetBy = [ConsentReceived, PriorNoticeSent, ReevaluationConsentReceived],
            EndedBy = [Exited],
        },
        new(ObligationIds.InitialEvaluation, "Initial evaluation completed")
        {
            Law = [new("34 CFR 300.301(c)(1)")],
            PlanKinds = [PlanKind.Evaluation, PlanKind.Section504],
            MetBy = [EvaluationReportCompleted, EvaluationCompleted, EligibilityDetermined],
            // 34 CFR 300.301(d)(1). A move, (d)(2), only does together with an agreed date, which replaces the counted one.
            LiftedBy = [ChildNotProduced],
            EndedBy = [Exited, ServiceConsentRevoked, ConsentWithdrawn],
        },
        new(ObligationIds.InitialIepMeeting, "Initial IEP meeting")
        {
            Law = [new("34 CFR 300.323(c)(1)")],
            PlanKinds = [PlanKind.Evaluation, PlanKind.Iep],
            MetBy = [IepMeetingHeld],
            EndedBy = [Exited, ServiceConsentRevoked, ConsentWithdrawn],
        },
        new(ObligationIds.IepImplementation, "IEP put into effect")
        {
            Law = [new("34 CFR 300.323(c)(2)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            EndedBy = [Exited, ServiceConsentRevoked, ConsentWithdrawn],
        },
        new(ObligationIds.PartCNotification, "LEA told of a child leaving Part C")
        {
            Law = [new("34 CFR 303.209(b)")],
            PlanKinds = [PlanKind.Evaluation],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.PartCConference, "Part C to B transition conference")
        {
            Law = [new("34 CFR 303.209(c)")],
            PlanKinds = [PlanKind.Evaluation],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.ThirdBirthdayIep, "IEP in effect by the third birthday")
        {
            Law = [new("34 CFR 300.101(b), 300.124")],
            PlanKinds = [PlanKind.Evaluation],
            MetBy = [IepMeetingHeld],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.FapeOfferNotice, "Notice of the offer of FAPE after the meeting")
        {
            Law = [new("34 CFR 300.503")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.ServiceConsentResponse, "Parent's answer on initial services")
        {
            Law = [new("34 CFR 300.300(b)")],
            PlanKinds = [PlanKind.Evaluation],
            MetBy = [ServiceConsentReceived],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
    ];
}
