using NodaTime;
using NodaTime.Text;
using Notifier.Application.PlanDates;
using Notifier.PlanDates.Contradictions;
using static Notifier.Adapters.DistrictFolders.StoredForms;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>
/// Reports dates that cannot all be right, each at the line where it stands, and plans without the dates that their
/// duties are counted from, each at the plan's line.
/// </summary>
internal sealed class ContradictionCheck(ReadingTables tables, FolderProblems problems, LocalDate today)
{
    public void Run(IEnumerable<ReadStudent> students)
    {
        foreach (var file in students.Select(student => student.File).OfType<StudentFile>())
        {
            foreach (var plan in file.Plans)
            {
                foreach (var contradiction in AllContradictions.Find(plan, today))
                {
                    Report(plan.Plan.PlanId, contradiction);
                }

                if (MissingDates.Find(plan, today) is { } missing)
                {
                    Report(plan.Plan.PlanId, missing);
                }
            }
        }
    }

    private void Report(string planId, MissingDate missing)
    {
        var line = tables.First("SELECT line FROM plan WHERE id = $1", row => row.GetInt32(0), planId);
        problems.Warn(FolderFiles.Plans, line ?? 0, "planId", planId, missing.What, missing.Remedy);
    }

    private void Report(string planId, Contradiction contradiction)
    {
        var date = contradiction.Date;
        var line = tables.First(
            "SELECT line FROM date WHERE student = (SELECT student FROM plan WHERE id = $1) AND plan = $1 AND kind = $2 AND day = $3 AND detail = $4",
            row => row.GetInt32(0), planId, (int)date.Kind, DayOf(date.Date), date.Detail);
        problems.Warn(
            FolderFiles.PlanDates, line ?? 0, "date", LocalDatePattern.Iso.Format(date.Date),
            $"plan {planId}: {contradiction.What}", contradiction.Check);
    }
}
