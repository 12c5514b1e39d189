namespace Notifier.Adapters.DistrictFolders.Csv;

/// <summary>Understands a header row: every needed column once, any other known one at most once, in any order; others are named and passed over.</summary>
internal sealed class CsvHeader(string file, IReadOnlyList<string> columns, FolderProblems problems, int needed)
{
    private bool isWrong;

    /// <summary>How many fields the header has, unknown ones included.</summary>
    public int Fields { get; private set; }

    /// <returns>Where each known column stands, or null when the file cannot be read; the problem was reported.</returns>
    public int[]? Read(CsvRecord? record)
    {
        var expected = string.Join(',', columns.Take(needed));
        if (record is null)
        {
            problems.Fatal(file, 0, "", "", "the file is empty", $"The first line must be the header {expected}");
            return null;
        }

        if (record.Raw.Contains('\0', StringComparison.Ordinal) || record.Raw.StartsWith("ÿþ", StringComparison.Ordinal) || record.Raw.StartsWith("þÿ", StringComparison.Ordinal))
        {
            problems.Fatal(file, 1, "", "", "the file is UTF-16", "Export it again as \"CSV UTF-8\"");
            return null;
        }

        if (record.Fault is not null)
        {
            problems.Fatal(file, record.Line, "", record.Raw, record.Fault.What, record.Fault.Remedy);
            return null;
        }

        string[] names = [.. record.Fields.Select(name => name.Trim())];
        Fields = names.Length;
        if (names.Length == 1 && names[0].IndexOfAny([';', '\t', '|']) is var at and >= 0)
        {
            var mark = names[0][at] == '\t' ? "tabs" : $"'{names[0][at]}'";
            problems.Fatal(file, record.Line, "", record.Raw, $"the columns are separated by {mark}", "Export the file with commas between the columns");
            return null;
        }

        var positions = Positions(names, record.Line);
        foreach (var (index, name) in names.Index())
        {
            if (name.Length > 0 && !positions.Contains(index) && !columns.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                var hint = NearestWord.Of(name, columns) is { } near ? $"If {near} is meant, write that; otherwise" : "If it is not needed,";
                problems.Warn(file, record.Line, name, "", "the column is not known and is not read", $"{hint} remove the column");
            }
        }

        return isWrong ? null : positions;
    }

    private int[] Positions(string[] names, int line)
    {
        var positions = new int[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            positions[i] = Array.FindIndex(names, name => name.Equals(columns[i], StringComparison.OrdinalIgnoreCase));
            if (positions[i] < 0 && i >= needed)
            {
                continue;
            }

            if (positions[i] < 0)
            {
                isWrong = true;
                var near = NearestWord.Of(columns[i], names);
                problems.Fatal(file, line, columns[i], "", "the column is missing", near is null
                    ? $"Add it; the header is {string.Join(',', columns.Take(needed))}"
                    : $"Add it, or rename {near}; the header is {string.Join(',', columns.Take(needed))}");
            }
            else if (Array.FindIndex(names, positions[i] + 1, name => name.Equals(columns[i], StringComparison.OrdinalIgnoreCase)) >= 0)
            {
                problems.Fatal(file, line, columns[i], "", "the column stands there twice", "Remove one of them");
                isWrong = true;
            }
        }

        return positions;
    }
}
