using Notifier.Law;
using static Notifier.Law.PlanDateKind;

namespace Notifier.Obligations;

/// <content>Removals, changes of placement and their expedited hearings.</content>
public static partial class ObligationCatalog
{
    private static IEnumerable<ObligationEntry> Discipline =>
    [
        new(ObligationIds.PlacementChangeNotice, "Notice of a disciplinary change of placement")
        {
            Law = [new("34 CFR 300.530(h)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Section504],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.ManifestationDetermination, "Manifestation determination")
        {
            Law = [new("34 CFR 300.530(e)")],
            PlanKinds = [PlanKind.Iep, PlanKind.Section504],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.RemovalServices, "Services from the 11th day of removal")
        {
            Law = [new("34 CFR 300.530(b)(2), (d)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.InterimPlacementLimit, "End of an interim alternative placement")
        {
            Law = [new("34 CFR 300.530(g)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.ExpeditedResolutionMeeting, "Expedited resolution meeting")
        {
            Law = [new("34 CFR 300.532(c)(3)(i)")],
            PlanKinds = [PlanKind.Iep],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.ExpeditedResolutionPeriod, "End of the expedited resolution period")
        {
            Law = [new("34 CFR 300.532(c)(3)(ii)")],
            PlanKinds = [PlanKind.Iep],
            MetBy = [ResolutionEnded],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.ExpeditedHearing, "Expedited hearing held")
        {
            Law = [new("34 CFR 300.532(c)(2)")],
            PlanKinds = [PlanKind.Iep],
            MetBy = [HearingHeld],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
        new(ObligationIds.ExpeditedDecision, "Expedited hearing decision")
        {
            Law = [new("34 CFR 300.532(c)(2)")],
            PlanKinds = [PlanKind.Iep],
            MetBy = [DecisionIssued],
            EndedBy = [Exited, ServiceConsentRevoked],
        },
    ];
}
