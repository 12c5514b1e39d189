using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery;

/// <summary>Finds out from what is on record now what a message is about, and whether that still holds.</summary>
public sealed class SubjectFinder(VisibleProblems problems)
{
    public async Task<FoundSubject> FindAsync(
        NoticeDue due, StudentFile? student, DistrictRules rules, LocalDate today, CancellationToken cancellationToken)
    {
        if (due.ProblemId is not { } problemId)
        {
            return ReminderCheck.Of(due, student, rules, today);
        }

        if (student is null || PlanOf(student, due.PlanId) is not { } plan)
        {
            return FoundSubject.Withhold(WithholdReason.PlanGone);
        }

        var problem = await problems.FindOpenAsync(due.DistrictId, due.StudentId, problemId, cancellationToken);
        return problem is null
            ? FoundSubject.Withhold(WithholdReason.ProblemSolved)
            : FoundSubject.Send(new ProblemSubject(problem, plan, student.Student, rules.File.District));
    }

    // That a plan is gone is asked of whoever was its case manager.
    private static Plan? PlanOf(StudentFile student, string planId) =>
        student.Plans.FirstOrDefault(one => one.Plan.PlanId == planId)?.Plan
        ?? student.Gaps.FirstOrDefault(gap => gap.Plan?.PlanId == planId)?.Plan;
}
