using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.PlanDates;
using Notifier.PlanDates.Contradictions;

namespace Notifier.Application.DueDates;

/// <summary>
/// What a student's file asks of the case manager by itself: rows left out, plans gone, dates that are missing or cannot
/// all be right.
/// </summary>
public static class FileProblems
{
    private const string Mend = "Mend it in the district's folder and import it again.";

    /// <param name="student">As on record.</param>
    /// <param name="today">The district's date.</param>
    public static IEnumerable<Problem> Of(StudentFile student, LocalDate today)
    {
        foreach (var gap in student.Gaps)
        {
            yield return OfGap(student, gap);
        }

        foreach (var plan in student.Plans)
        {
            foreach (var found in AllContradictions.Find(plan, today))
            {
                yield return Of(
                    ProblemKind.DatesContradict, student, plan.Plan, $"Plan {plan.Plan.PlanId}: {found.What}.", $"{found.Check}. {Mend}");
            }

            if (MissingDates.Find(plan, today) is { } missing)
            {
                yield return Of(
                    ProblemKind.DatesMissing, student, plan.Plan, $"Plan {plan.Plan.PlanId}: {missing.What}.", $"{missing.Remedy}. {Mend}");
            }
        }
    }

    private static Problem OfGap(StudentFile student, StudentGap gap)
    {
        var plan = gap.Plan
            ?? student.Plans.FirstOrDefault(one => one.Plan.PlanId == gap.PlanId)?.Plan
            ?? (student.Plans.Count > 0 ? student.Plans[0].Plan : null);
        var kind = gap.Kind == StudentGapKind.PlanGone ? ProblemKind.PlanGone : ProblemKind.RowsLeftOut;
        return Of(kind, student, plan, gap.What, gap.Remedy);
    }

    // The words are part of the id: what changed is another problem, and no old words stay.
    private static Problem Of(ProblemKind kind, StudentFile student, Plan? plan, string what, string remedy) => new()
    {
        ProblemId = VisibleProblems.IdOf(kind, student.DistrictId, student.Student.StudentId, plan?.PlanId ?? "", what),
        DistrictId = student.DistrictId,
        Kind = kind,
        StudentId = student.Student.StudentId,
        PlanId = plan?.PlanId ?? "",
        What = what,
        Remedy = remedy,
        OwnerId = plan?.CaseManagerId ?? "",
    };
}
