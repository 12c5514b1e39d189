using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary><c>plans.csv</c>.</summary>
internal sealed class PlansTable(FolderProblems problems, FolderRows rows, LeftOutRows leftOut, IReadOnlyDictionary<string, StaffMember>? staff)
{
    private const int IdColumn = 0;
    private const int StudentColumn = 1;
    private const int KindColumn = 2;
    private const int ManagerColumn = 3;

    private static readonly string[] Columns = ["planId", "studentId", "kind", "caseManagerId"];

    /// <returns>False when the file could not be read.</returns>
    public bool Read(string folder)
    {
        var table = new CsvTable(FolderFiles.Plans, Columns, problems);
        var fields = new RowFields(FolderFiles.Plans, problems, DateForms.IsoOnly);
        foreach (var row in table.Rows(folder))
        {
            fields.Begin(row);
            var student = References.Student(fields, StudentColumn, rows);
            var plan = Read(fields);
            var known = plan.PlanId.Length > 0 ? rows.Plan(plan.PlanId) : null;
            if (known is { Rejected: false, Line: var line })
            {
                fields.Bad(IdColumn, $"line {line} has the same id", "Give each plan one row and an id of its own");
            }

            if (!fields.Rejected())
            {
                rows.Add(plan, row.Line);
                WarnOfManager(fields, plan);
                continue;
            }

            leftOut.Add(fields, student?.Student, plan.PlanId);
            if (plan.PlanId.Length > 0 && known is null)
            {
                rows.AddRejectedPlan(plan.PlanId, student?.Student, row.Line);
            }
        }

        return table.IsReadable;
    }

    private static Plan Read(RowFields fields) => new()
    {
        PlanId = fields.Id(IdColumn),
        StudentId = fields.Raw(StudentColumn),
        Kind = fields.Word<PlanKind>(KindColumn),
        CaseManagerId = fields.Raw(ManagerColumn),
    };

    // The plan is kept: its duties are owed whoever answers for it, and the district hears of them meanwhile.
    private void WarnOfManager(RowFields fields, Plan plan)
    {
        if (staff is null || staff.ContainsKey(plan.CaseManagerId))
        {
            return;
        }

        var near = NearestWord.Of(plan.CaseManagerId, staff.Keys);
        fields.Warn(
            ManagerColumn,
            plan.CaseManagerId.Length == 0 ? "the plan has no case manager" : "no member of staff has this id, so no case manager is told",
            near is null ? "Write the id of the case manager as in staff.csv" : $"Write {near} if that is meant");
    }
}
