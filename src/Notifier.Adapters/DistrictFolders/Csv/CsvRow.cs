namespace Notifier.Adapters.DistrictFolders.Csv;

/// <summary>One row of a table whose header was understood; reused for the next row.</summary>
internal sealed class CsvRow(IReadOnlyList<string> columns, IReadOnlyList<int> positions)
{
    private CsvRecord record = new(0, "", [], null, false);

    public int Line => record.Line;

    public string Raw => record.Raw;

    public IReadOnlyList<string> Columns => columns;

    /// <summary>The trimmed field of a column by its place in <see cref="Columns"/>; empty: the file has no such column.</summary>
    public string this[int column] => positions[column] < 0 ? "" : record.Fields[positions[column]].Trim();

    /// <returns>The first field with a character that no text has, or -1.</returns>
    public int FindControlCharacter()
    {
        for (var column = 0; column < columns.Count; column++)
        {
            foreach (var character in positions[column] < 0 ? [] : record.Fields[positions[column]].AsSpan())
            {
                if (char.IsControl(character) && character is not ('\t' or '\r' or '\n'))
                {
                    return column;
                }
            }
        }

        return -1;
    }

    internal void Set(CsvRecord next) => record = next;
}
