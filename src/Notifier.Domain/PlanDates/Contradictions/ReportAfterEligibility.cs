using NodaTime;
using Notifier.Law;

namespace Notifier.PlanDates.Contradictions;

/// <summary>The determination rests on the report, so the report is not younger (34 CFR 300.306(a)).</summary>
internal sealed class ReportAfterEligibility : IContradictionRule
{
    private const int SameCycleDays = 60;

    public IEnumerable<Contradiction> Find(DatesOfPlan dates)
    {
        foreach (var report in dates.All(PlanDateKind.EvaluationReportCompleted))
        {
            var eligible = dates.All(PlanDateKind.EligibilityDetermined)
                .Where(date => date.Date < report.Date && Period.DaysBetween(date.Date, report.Date) <= SameCycleDays)
                .MaxBy(date => date.Date);
            if (eligible is not null
                && !dates.All(PlanDateKind.EvaluationReportCompleted).Any(other =>
                    other.Date <= eligible.Date && Period.DaysBetween(other.Date, eligible.Date) <= SameCycleDays))
            {
                yield return new Contradiction(
                    report, $"evaluationReportCompleted lies after the eligibilityDetermined of {Words.Of(eligible.Date)}",
                    "Check both: the determination rests on the report");
            }
        }
    }
}
