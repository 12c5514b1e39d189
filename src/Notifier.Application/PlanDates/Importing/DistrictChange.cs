namespace Notifier.Application.PlanDates.Importing;

/// <summary>What an import means for the district's own file.</summary>
/// <param name="After">As it shall stand.</param>
/// <param name="Content">Its JSON.</param>
/// <param name="Version">Stands for the content.</param>
/// <param name="Reason">Why due dates are computed anew; empty: none are.</param>
/// <param name="Schools">The schools whose students are; empty: all.</param>
internal sealed record DistrictChange(DistrictFile After, string Content, string Version, string Reason, IReadOnlyList<string> Schools)
{
    public bool Concerns(string schoolId) => Reason.Length > 0 && (Schools.Count == 0 || Schools.Contains(schoolId));
}
