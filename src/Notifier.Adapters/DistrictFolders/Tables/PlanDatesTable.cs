using System.Globalization;
using NodaTime;
using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.Application.PlanDates;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary><c>plan-dates.csv</c>.</summary>
internal sealed class PlanDatesTable(FolderProblems problems, DateForms dates, FolderRows rows, LeftOutRows leftOut)
{
    private const int PlanColumn = 0;
    private const int KindColumn = 1;
    private const int DateColumn = 2;
    private const int DetailColumn = 3;

    // A date outside these years is a slip of the pen that would silence a duty for good.
    private const int YearsBack = 30;
    private const int YearsAhead = 5;

    private static readonly string[] Columns = ["planId", "kind", "date", "detail"];

    public void Read(string folder, LocalDate today)
    {
        var table = new CsvTable(FolderFiles.PlanDates, Columns, problems);
        var fields = new RowFields(FolderFiles.PlanDates, problems, dates);
        foreach (var row in table.Rows(folder))
        {
            fields.Begin(row);
            var plan = References.Plan(fields, PlanColumn, rows);
            var date = Read(fields, today);
            if (!fields.Rejected())
            {
                if (!rows.Add(plan!.Value.Student, fields.Raw(PlanColumn), date, row.Line))
                {
                    fields.Warn(KindColumn, "the same date of the same kind stands there twice", "Remove one of the rows");
                }
            }
            else
            {
                leftOut.Add(fields, plan?.Student, fields.Raw(PlanColumn));
                if (plan is null)
                {
                    problems.NoteUnreadDate(KindOf(fields.Raw(KindColumn)));
                }

                if (plan is null && rows.Plan(fields.Raw(PlanColumn)) is null)
                {
                    problems.NotePlanWithDatesAlone(fields.Raw(PlanColumn));
                }
            }
        }
    }

    private static PlanDateKind? KindOf(string word) =>
        Enum.GetValues<PlanDateKind>().Where(kind => string.Equals(FileWords.Of(kind), word.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(kind => (PlanDateKind?)kind).FirstOrDefault();

    private static PlanDate Read(RowFields fields, LocalDate today)
    {
        var kind = fields.Word<PlanDateKind>(KindColumn);
        var wasGood = fields.IsGood;
        var date = fields.Date(DateColumn);
        if ((fields.IsGood || !wasGood) && date != default && (date < today.PlusYears(-YearsBack) || date > today.PlusYears(YearsAhead)))
        {
            fields.Bad(DateColumn, $"the year {date.Year.ToString(CultureInfo.InvariantCulture)} cannot be right", "Correct the year");
        }

        return new PlanDate(kind, date, wasGood ? Detail(fields, kind) : fields.Text(DetailColumn));
    }

    private static string Detail(RowFields fields, PlanDateKind kind)
    {
        var detail = fields.Text(DetailColumn);
        switch (kind)
        {
            case PlanDateKind.ObligationMet:
                CheckObligation(fields, detail, "was met");
                break;
            case PlanDateKind.DelayExplained:
                if (CheckObligation(fields, detail, "is late"))
                {
                    CheckReason(fields, detail);
                }

                break;
            case PlanDateKind.GoalDue or PlanDateKind.GoalReviewed when detail.Length == 0:
                fields.Warn(DetailColumn, "the goal has no name, so several goals of a plan cannot be told apart", "Name the goal, for example \"reading fluency\"");
                break;
            case PlanDateKind.MeetingScheduled:
                if (MeetingDetail.Parse(detail, out detail, out var doubt) is { } fault)
                {
                    fields.Bad(DetailColumn, fault);
                }
                else if (doubt is not null)
                {
                    fields.Warn(DetailColumn, doubt.What, doubt.Remedy);
                }

                break;
        }

        return detail;
    }

    private static bool CheckObligation(RowFields fields, string detail, string fate)
    {
        // Some name a part behind the obligation: "goal-review: reading fluency".
        var id = detail.Split([':', ';', ' '], 2)[0];
        if (ObligationCatalog.Knows(id))
        {
            return true;
        }

        var near = NearestWord.Of(id, ObligationCatalog.All.Select(obligation => obligation.Id.Value));
        fields.Bad(
            DetailColumn,
            detail.Length == 0 ? $"the detail does not say which obligation {fate}" : "there is no such obligation",
            near is null ? "Write the id of the obligation, for example manifestation-determination" : $"Write {near} if that is meant");
        return false;
    }

    private static void CheckReason(RowFields fields, string detail)
    {
        if (detail.Split(':', 2) is not [_, var reason] || string.IsNullOrWhiteSpace(reason))
        {
            fields.Warn(
                DetailColumn, "no reason stands behind the obligation",
                "Write the obligation's id, a colon and the reason, for example \"initial-evaluation: no school psychologist in October\"");
        }
    }
}
