using System.Text;

namespace Notifier.Testing;

/// <summary>A table of cases a lawyer can read: a header row, then one question with its answer per row.</summary>
public static class CaseTable
{
    /// <summary>Every row of a table whose first column names the case.</summary>
    /// <exception cref="FormatException">Two rows share their first column, or a row is not as long as the header.</exception>
    public static IReadOnlyList<CaseRow> Read(string path)
    {
        var rows = Rows(path);
        var twice = rows.GroupBy(row => row.Fields.Values.First()).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? rows
            : throw new FormatException($"{Path.GetFileName(path)}: two rows are called '{twice.Key}'.");
    }

    /// <summary>Every row of a CSV file with a header; a field may stand in double quotes, but holds no line break.</summary>
    public static IReadOnlyList<CaseRow> Rows(string path)
    {
        var file = Path.GetFileName(path);
        var lines = File.ReadAllLines(path);
        var header = Split(lines[0]);
        return [.. lines.Select((text, index) => (text, line: index + 1)).Skip(1).Where(row => row.text.Length > 0).Select(Row)];

        CaseRow Row((string Text, int Line) row)
        {
            var fields = Split(row.Text);
            return fields.Count == header.Count
                ? new CaseRow(file, row.Line, header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second))
                : throw new FormatException($"{file}, line {row.Line}: {fields.Count} fields, the header has {header.Count}.");
        }
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                // Two quotes inside a quoted field are one.
                if (quoted && at + 1 < line.Length && line[at + 1] == '"')
                {
                    field.Append(line[at++]);
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (line[at] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[at]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
