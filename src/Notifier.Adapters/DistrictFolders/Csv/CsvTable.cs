namespace Notifier.Adapters.DistrictFolders.Csv;

/// <summary>A file with a header row of known columns, of which the last ones may be missing.</summary>
internal sealed class CsvTable(string file, IReadOnlyList<string> columns, FolderProblems problems, int optionalColumns = 0)
{
    private readonly CsvHeader header = new(file, columns, problems, columns.Count - optionalColumns);

    /// <summary>False: the file is not there, may not be read, or its header is wrong; the problem was reported.</summary>
    public bool IsReadable { get; private set; } = true;

    /// <summary>Every row that could be taken apart, others reported; the row is the same object each time.</summary>
    public IEnumerable<CsvRow> Rows(string folder, bool optional = false)
    {
        using var stream = FolderFile.Open(Path.Combine(folder, file), out var denied);
        if (stream is null)
        {
            // A file that nobody let us read is not one that the district left out.
            IsReadable = optional && !denied;
            if (denied)
            {
                problems.Fatal(file, 0, "", "", FolderFile.Denied, FolderFile.DeniedRemedy);
            }
            else if (!optional)
            {
                problems.Fatal(file, 0, "", "", "the file is missing", $"Put a {file} with the header {string.Join(',', columns)} into the folder");
            }

            yield break;
        }

        var records = new CsvRecords(new CsvLines(stream));
        if (header.Read(records.Read()) is not { } positions)
        {
            IsReadable = false;
            yield break;
        }

        var row = new CsvRow(columns, positions);
        records.Fields = header.Fields;
        while (records.Read() is { } record)
        {
            problems.CountRow(file);
            row.Set(record);
            if (FaultOf(record) is { } fault)
            {
                problems.RejectUnread(file, record, fault);
            }
            else if (row.FindControlCharacter() is var column and >= 0)
            {
                problems.RejectUnread(file, record, new CsvFault(
                    $"column {columns[column]} holds a control character", "Remove it; it cannot be seen, but it is no part of any text"));
            }
            else
            {
                yield return row;
            }
        }
    }

    private CsvFault? FaultOf(CsvRecord record)
    {
        if (record.Fault is not null || record.Fields.Count == header.Fields)
        {
            return record.Fault;
        }

        // Empty fields behind the last column are what spreadsheets leave.
        if (record.Fields.Count > header.Fields && record.Fields.Skip(header.Fields).All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        var what = $"the row has {record.Fields.Count} fields, the header {header.Fields}";
        return record.EndsFile && record.Fields.Count < header.Fields
            ? new CsvFault(what + ", and the file ends here", "The file was cut off: export it again")
            : new CsvFault(what, "Put a field that holds a comma in quotes, and leave an empty field for each missing value");
    }
}
