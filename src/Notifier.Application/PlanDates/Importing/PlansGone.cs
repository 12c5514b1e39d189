using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>Finds the plans on record that the folder no longer names although nothing ended them.</summary>
/// <param name="isNamed">Whether the folder names a plan, under whichever student.</param>
internal sealed class PlansGone(Func<string, bool> isNamed)
{
    private static readonly PlanDateKind[] Ends = [PlanDateKind.Exited, PlanDateKind.ServiceConsentRevoked];

    /// <param name="before">The student's file as stored, with the plans that were gone before.</param>
    /// <param name="now">The plans that stay on record.</param>
    public IReadOnlyList<StudentGap> Of(StudentFile before, IReadOnlyList<PlanRecord> now)
    {
        var kept = now.Select(plan => plan.Plan.PlanId).ToHashSet(StringComparer.Ordinal);
        return [.. before.Gaps
            .Where(gap => gap.Kind == StudentGapKind.PlanGone)
            .Concat(before.Plans.Where(plan => !IsEnded(plan)).Select(plan => GapOf(plan.Plan)))
            .Where(gap => !kept.Contains(gap.PlanId) && !isNamed(gap.PlanId))
            .OrderBy(gap => gap.PlanId, StringComparer.Ordinal)];
    }

    // An evaluation ends with the decision on eligibility; what follows is another plan.
    private static bool IsEnded(PlanRecord plan) => plan.Dates.Any(date =>
        Ends.Contains(date.Kind) || (plan.Plan.Kind == PlanKind.Evaluation && date.Kind == PlanDateKind.EligibilityDetermined));

    private static StudentGap GapOf(Plan plan) => new()
    {
        Kind = StudentGapKind.PlanGone,
        PlanId = plan.PlanId,
        Plan = plan,
        What = $"Plan {plan.PlanId} is on record, but no longer in the district's folder, and nothing says that it ended: all its reminders have stopped.",
        Remedy = "If it ended, put its row back into plans.csv and add an exited date to it; if not, put its row and its dates back. Then import again.",
    };
}
