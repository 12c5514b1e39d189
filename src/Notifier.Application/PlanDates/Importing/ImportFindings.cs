using System.Globalization;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>Puts into words what only shows against what is stored.</summary>
internal static class ImportFindings
{
    public static ImportProblem TooLarge(StudentChange change) => new()
    {
        Severity = ProblemSeverity.Rejected,
        File = "students.csv",
        Line = 0,
        Column = "studentId",
        Value = change.StudentId,
        What = string.Create(
            CultureInfo.InvariantCulture, $"the student's plans and dates take {change.Content.Length:N0} characters, more than the store keeps of one student; what is stored stays"),
        Remedy = "Remove old absences and dates of closed plans",
    };

    /// <summary>The student, or plans of a student, that are stored and no longer in the folder.</summary>
    public static IEnumerable<ImportProblem> Gone(StudentChange? change)
    {
        if (change?.Before is not { } before)
        {
            yield break;
        }

        if (change.IsGone || change.After is not { } after)
        {
            yield return Warning("students.csv", "studentId", change.StudentId, "the student is stored, but no longer in the folder: all reminders end",
                "Keep the row of a student who left, and add an exited date to the plan");
            yield break;
        }

        var plans = after.Plans.Select(plan => plan.Plan.PlanId).ToHashSet(StringComparer.Ordinal);
        foreach (var plan in before.Plans.Where(plan => !plans.Contains(plan.Plan.PlanId)))
        {
            yield return Warning("plans.csv", "planId", plan.Plan.PlanId, "the plan is stored, but no longer in the folder: its reminders end",
                "Keep the row of a plan that ended, and add an exited date to it");
        }
    }

    private static ImportProblem Warning(string file, string column, string value, string what, string remedy) => new()
    {
        Severity = ProblemSeverity.Warning,
        File = file,
        Line = 0,
        Column = column,
        Value = value,
        What = what,
        Remedy = remedy,
    };
}
