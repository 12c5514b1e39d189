using Notifier.Application.PlanDates;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Application.Digests;

/// <summary>Whoever writes down why a duty is late has seen it: a <c>delayExplained</c> after the due date acknowledges it.</summary>
public sealed class ExplainedDelays(Acknowledgements acknowledgements)
{
    public async Task RunAsync(
        StudentFile student, IReadOnlyList<DueDate> dueDates, CancellationToken cancellationToken)
    {
        foreach (var plan in student.Plans)
        {
            var noted = plan.Dates.Where(date => date.Kind == PlanDateKind.DelayExplained).OrderBy(date => date.Date).ToList();
            foreach (var due in noted.Count == 0 ? [] : dueDates.Where(due => due.PlanId == plan.Plan.PlanId))
            {
                if (OverdueDuty.Of(student.DistrictId, due) is { } duty
                    && noted.Find(date => date.Date > duty.DueOn && Explains(date, due)) is { } first)
                {
                    await acknowledgements.NoteAsync(
                        duty, first.Date, plan.Plan.CaseManagerId, "delayExplained in the district's records", cancellationToken);
                }
            }
        }
    }

    private static bool Explains(PlanDate noted, DueDate due) =>
        noted.Detail.StartsWith(due.Obligation.Value + ":", StringComparison.OrdinalIgnoreCase);
}
