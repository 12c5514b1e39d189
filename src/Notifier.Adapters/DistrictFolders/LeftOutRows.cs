using Notifier.Adapters.DistrictFolders.Tables;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>Remembers whose the rows are that a file's reading leaves out.</summary>
/// <param name="file">The file that is read.</param>
/// <param name="tables">Where the students are.</param>
/// <param name="problems">Hears of rows of which nobody knows whose they are.</param>
internal sealed class LeftOutRows(string file, ReadingTables tables, FolderProblems problems)
{
    private const string Mark = "UPDATE student SET missing = missing | $2 WHERE key = $1";

    private const string Keep = """
        INSERT INTO left_out VALUES ($1, $2, $3, 1, $4)
        ON CONFLICT DO UPDATE SET rows = rows + 1
        """;

    /// <param name="fields">The row, which was rejected.</param>
    /// <param name="studentKey">The key of the student it is about; null: nobody knows.</param>
    /// <param name="planId">The plan it is about; empty: none, or nobody knows.</param>
    public void Add(RowFields fields, string? studentKey, string planId = "")
    {
        if (studentKey is null)
        {
            problems.Unread |= FolderFiles.RowsOf(file);
            problems.NoteLeftOut(file, fields.FirstFault!);
            return;
        }

        tables.Execute(Mark, studentKey, (int)FolderFiles.RowsOf(file));
        tables.Execute(Keep, studentKey, file, planId, $"{fields.FirstFault! with { Line = 0 }}");
    }
}
