using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary><c>accommodations.csv</c>, which a folder need not have.</summary>
internal sealed class AccommodationsTable(FolderProblems problems, FolderRows rows, LeftOutRows leftOut)
{
    private const int PlanColumn = 0;
    private const int KindColumn = 1;
    private const int DetailColumn = 2;

    private const string ScheduleChangeNotice = "scheduleChangeNotice";

    private static readonly string[] Columns = ["planId", "kind", "detail"];

    public void Read(string folder)
    {
        var table = new CsvTable(FolderFiles.Accommodations, Columns, problems);
        var fields = new RowFields(FolderFiles.Accommodations, problems, DateForms.IsoOnly);
        foreach (var row in table.Rows(folder, optional: true))
        {
            fields.Begin(row);
            var plan = References.Plan(fields, PlanColumn, rows);
            var accommodation = new Accommodation(
                fields.Raw(PlanColumn), fields.Text(KindColumn, required: true), fields.Text(DetailColumn));
            if (!fields.Rejected())
            {
                rows.Add(plan!.Value.Student, accommodation);

                // Other kinds are the district's own words; one that is nearly this one would silently do nothing.
                if (accommodation.Kind != ScheduleChangeNotice && NearestWord.Of(accommodation.Kind, [ScheduleChangeNotice]) is { } near)
                {
                    fields.Warn(KindColumn, "the kind is not known, so nothing follows from it", $"Write {near} if that is meant");
                }
            }
            else
            {
                leftOut.Add(fields, plan?.Student, fields.Raw(PlanColumn));
            }
        }
    }
}
