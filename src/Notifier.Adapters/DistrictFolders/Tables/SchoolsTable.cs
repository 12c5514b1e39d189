using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary><c>schools.csv</c>.</summary>
internal sealed class SchoolsTable(FolderProblems problems)
{
    private const int IdColumn = 0;
    private const int NameColumn = 1;

    private static readonly string[] Columns = ["schoolId", "name"];

    /// <summary>Null when the file could not be read.</summary>
    public Dictionary<string, School>? Read(string folder)
    {
        var table = new CsvTable(FolderFiles.Schools, Columns, problems);
        var fields = new RowFields(FolderFiles.Schools, problems, DateForms.IsoOnly);
        var schools = new Dictionary<string, School>(StringComparer.Ordinal);
        foreach (var row in table.Rows(folder))
        {
            fields.Begin(row);
            var school = new School { SchoolId = fields.Id(IdColumn), Name = fields.Text(NameColumn, required: true) };
            if (schools.ContainsKey(school.SchoolId))
            {
                fields.Bad(IdColumn, "another school has this id", "Give each school one row and an id of its own");
            }

            if (!fields.Rejected())
            {
                schools.Add(school.SchoolId, school);
            }
        }

        return table.IsReadable ? schools : null;
    }
}
