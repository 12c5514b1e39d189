namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary>Checks that what a row refers to is there and was not rejected itself.</summary>
internal static class References
{
    /// <returns>The student, rejected or not; null when nobody knows whose the row is.</returns>
    public static RowState? Student(RowFields fields, int column, FolderRows rows)
    {
        var id = fields.Id(column);
        if (id.Length == 0)
        {
            return null;
        }

        var student = rows.Student(id);
        if (student is null)
        {
            fields.Bad(column, "there is no such student in students.csv", "Correct the id, or add the student");
        }
        else if (student.Value.Rejected)
        {
            fields.Bad(column, $"the student's own row was rejected (students.csv, line {student.Value.Line})", "Mend the student's row");
        }

        return student;
    }

    /// <returns>The plan, rejected or not; null when nobody knows whose the row is.</returns>
    public static RowState? Plan(RowFields fields, int column, FolderRows rows)
    {
        var id = fields.Id(column);
        if (id.Length == 0)
        {
            return null;
        }

        var plan = rows.Plan(id);
        if (plan is null)
        {
            fields.Bad(column, "there is no such plan in plans.csv", "Correct the id, or add the plan");
        }
        else if (plan.Value.Rejected)
        {
            fields.Bad(column, $"the plan's own row was rejected (plans.csv, line {plan.Value.Line})", "Mend the plan's row");
        }

        return plan is { Student.Length: 0 } ? null : plan;
    }
}
