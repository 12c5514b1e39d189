using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Adapters.DistrictFolders.Settings;

/// <summary>What <c>district.json</c> says.</summary>
/// <param name="District">The district and its policies.</param>
/// <param name="Ladder">Its own rungs; empty: none.</param>
/// <param name="Dates">The forms in which its files write dates.</param>
internal sealed record DistrictSettings(District District, IReadOnlyList<LadderStep> Ladder, DateForms Dates);
