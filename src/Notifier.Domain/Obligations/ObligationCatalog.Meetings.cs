using Notifier.Law;
using static Notifier.Law.PlanDateKind;

namespace Notifier.Obligations;

/// <content>What is told, given or answered around meetings and proposals, and every year.</content>
public static partial class ObligationCatalog
{
    private static IEnumerable<ObligationEntry> Meetings =>
    [
        new(ObligationIds.MeetingNotice, "Notice of a meeting on the plan")
        {
            Law = [new("34 CFR 300.322(a)(1), (b)")],
            Section504Law = [new("34 CFR 104.36")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation, PlanKind.Section504],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.DraftDocuments, "Documents to the parent before the meeting")
        {
            Law = [new("34 CFR 300.322")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.RequestedMeeting, "IEP meeting or answer after a parent's request")
        {
            Law = [new("34 CFR 300.324(b)")],
            PlanKinds = [PlanKind.Iep],
            MetBy = [IepMeetingHeld],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.PriorWrittenNotice, "Prior written notice before acting")
        {
            Law = [new("34 CFR 300.503(a)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            MetBy = [PriorNoticeSent],
            EndedBy = [Exited],
        },
        new(ObligationIds.ProceduralSafeguardsNotice, "Procedural safeguards notice")
        {
            Law = [new("34 CFR 300.504(a)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.RecordsAccess, "Access to education records")
        {
            Law = [new("34 CFR 300.613(a)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Evaluation, PlanKind.Section504],
            EndedBy = [Exited],
        },
        new(ObligationIds.PrivatePlacementNotice, "Parent's notice before private placement")
        {
            Law = [new("34 CFR 300.148(d)(1)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.PublicBenefitsNotice, "Notice before using public benefits (Medicaid)")
        {
            Law = [new("34 CFR 300.154(d)(2)(v)")],
            PlanKinds = [PlanKind.Iep],
            MetBy = [PublicBenefitsNoticeGiven],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.FerpaAnnualNotice, "FERPA annual notice")
        {
            Law = [new("34 CFR 99.7")],
            PlanKinds = [PlanKind.Iep, PlanKind.Section504],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.Section504AnnualNotice, "Section 504 child find and annual notice")
        {
            Section504Law = [new("34 CFR 104.32")],
            PlanKinds = [PlanKind.Section504],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
    ];
}
