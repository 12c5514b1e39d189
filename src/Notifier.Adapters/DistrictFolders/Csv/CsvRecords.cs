using System.Text;

namespace Notifier.Adapters.DistrictFolders.Csv;

/// <summary>
/// The rows of a file (RFC 4180). A row that cannot be taken apart costs that row alone: a quote that is never closed
/// takes its own line with it, not the rest of the file.
/// </summary>
internal sealed class CsvRecords(CsvLines lines)
{
    private readonly List<CsvLine> ahead = [];
    private readonly StringBuilder field = new();
    private bool quotesLeftOver;

    /// <summary>
    /// How many fields a row has, once the header told; 0: unknown. A row of several lines is taken for a stray quote
    /// when it has another number of fields, or when one of its later lines is a row by itself.
    /// </summary>
    public int Fields { get; set; }

    /// <returns>The next row that is not blank, or null at the end of the file.</returns>
    public CsvRecord? Read()
    {
        while (Ahead(0) is { } first)
        {
            if (first.Fault is null && IsBlank(first.Text))
            {
                ahead.RemoveAt(0);
                continue;
            }

            var fields = new List<string>(Fields);
            var (used, fault) = first.Fault is null ? TakeApart(first, fields, mayContinue: true) : (1, first.Fault);
            if (used > 1 && fault is null && Fields > 0 && (fields.Count != Fields || ahead.Take(used).Skip(1).Any(IsRow)))
            {
                fault = NeverClosed(first.Number);
            }

            used = fault is null ? used : 1;
            var raw = used == 1 ? first.Text : RawOf(used);
            var endsFile = ahead[used - 1].End.Length == 0;
            ahead.RemoveRange(0, used);
            return new CsvRecord(first.Number, raw, fault is null ? fields : [], fault, endsFile);
        }

        return null;
    }

    private static bool IsBlank(string text) => text.AsSpan().IndexOfAnyExcept(" \t,") < 0;

    private static CsvFault NeverClosed(int line) => new(
        $"a quote is opened on line {line} and not closed before the row ends",
        "Close the quote; write a quote inside a quoted field twice (\"\")");

    // The end of a quoted text may look like a row, too: it begins with the closing quote, and leaves one over.
    private bool IsRow(CsvLine line)
    {
        var fields = new List<string>(Fields);
        quotesLeftOver = false;
        return TakeApart(line, fields, mayContinue: false).Fault is null
            && fields.Count == Fields
            && !(line.Text.StartsWith('"') && quotesLeftOver);
    }

    // Returns how many lines the row takes.
    private (int Used, CsvFault? Fault) TakeApart(CsvLine first, List<string> fields, bool mayContinue)
    {
        var (line, at, used) = (first, 0, 1);
        while (true)
        {
            if (at >= line.Text.Length || line.Text[at] != '"')
            {
                var comma = line.Text.IndexOf(',', at);
                var end = comma < 0 ? line.Text.Length : comma;
                if (end - at > CsvLimits.LongestField)
                {
                    return (used, TooLong(fields.Count));
                }

                quotesLeftOver |= line.Text.AsSpan(at, end - at).Contains('"');
                fields.Add(line.Text[at..end]);
                if (comma < 0)
                {
                    return (used, null);
                }

                at = comma + 1;
                continue;
            }

            field.Clear();
            at++;
            while (true)
            {
                var quote = line.Text.IndexOf('"', at);
                field.Append(line.Text, at, (quote < 0 ? line.Text.Length : quote) - at);
                if (field.Length > CsvLimits.LongestField)
                {
                    return (used, used > 1 ? NeverClosed(first.Number) : TooLong(fields.Count));
                }

                if (quote < 0)
                {
                    var end = line.End;
                    if (!mayContinue || Ahead(used) is not { Fault: null } next)
                    {
                        return (used, NeverClosed(first.Number));
                    }

                    field.Append(end);
                    (line, at, used) = (next, 0, used + 1);
                }
                else if (quote + 1 < line.Text.Length && line.Text[quote + 1] == '"')
                {
                    field.Append('"');
                    at = quote + 2;
                }
                else
                {
                    at = quote + 1;
                    break;
                }
            }

            fields.Add(field.ToString());
            if (at == line.Text.Length)
            {
                return (used, null);
            }

            if (line.Text[at] != ',')
            {
                return (used, used > 1 ? NeverClosed(first.Number) : new CsvFault(
                    $"there is text behind the closing quote at character {at + 1}",
                    "Put the whole field in quotes and write a quote inside it twice (\"\")"));
            }

            at++;
        }
    }

    private static CsvFault TooLong(int fieldsBefore) => new(
        $"field {fieldsBefore + 1} is longer than {CsvLimits.LongestField:N0} characters",
        "Shorten it; a missing quote may have swallowed other fields");

    private CsvLine? Ahead(int index)
    {
        while (ahead.Count <= index)
        {
            if (lines.Read() is not { } line)
            {
                return null;
            }

            ahead.Add(line);
        }

        return ahead[index];
    }

    private string RawOf(int used)
    {
        var raw = new StringBuilder();
        for (var i = 0; i < used; i++)
        {
            raw.Append(ahead[i].Text).Append(i < used - 1 ? ahead[i].End : "");
        }

        return raw.ToString();
    }
}
