using Notifier.PlanDates;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>Compares the dates of one plan: of each kind, those that went and those that came are taken as moved, in order.</summary>
internal static class DateChanges
{
    public static IEnumerable<DateChange> Between(IReadOnlyList<PlanDate> before, IReadOnlyList<PlanDate> after)
    {
        foreach (var kind in before.Concat(after).Select(date => date.Kind).Distinct())
        {
            var went = before.Where(date => date.Kind == kind).Except(after).OrderBy(date => date.Date).ToList();
            var came = after.Where(date => date.Kind == kind).Except(before).OrderBy(date => date.Date).ToList();
            for (var i = 0; i < Math.Max(went.Count, came.Count); i++)
            {
                yield return new DateChange(i < went.Count ? went[i] : null, i < came.Count ? came[i] : null);
            }
        }
    }
}
