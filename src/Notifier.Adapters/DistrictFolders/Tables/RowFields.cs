using NodaTime;
using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Adapters.DistrictFolders.Fields;
using Notifier.Application.PlanDates;

namespace Notifier.Adapters.DistrictFolders.Tables;

/// <summary>Reads the fields of one row, reporting everything that is wrong with them; reused for the next row.</summary>
internal sealed class RowFields(string file, FolderProblems problems, DateForms dates)
{
    private const int LongestId = 100;
    private const int LongestText = 2000;

    private CsvRow row = null!;
    private string? why;

    public bool IsGood => why is null;

    /// <summary>The first reason for leaving the row out; null: none.</summary>
    public ImportProblem? FirstFault { get; private set; }

    public int Line => row.Line;

    public void Begin(CsvRow next) => (row, why, FirstFault) = (next, null, null);

    /// <summary>The field as it stands; nothing is checked.</summary>
    public string Raw(int column) => row[column];

    /// <summary>An id of any form, at most 100 characters; empty when it is wrong.</summary>
    public string Id(int column)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            Bad(column, "the id is missing", "Give every row its id");
        }
        else if (text.Length > LongestId)
        {
            Bad(column, $"the id is longer than {LongestId} characters", "Check that the columns are in their places");
            return "";
        }

        return text;
    }

    public string Text(int column, bool required = false)
    {
        var text = row[column];
        if (required && text.Length == 0)
        {
            Bad(column, "the field is empty", $"Fill in {row.Columns[column]}");
        }
        else if (text.Length > LongestText)
        {
            Bad(column, $"the text is longer than {LongestText:N0} characters", "Shorten it");
        }

        return text;
    }

    public LocalDate Date(int column)
    {
        if (dates.Parse(row[column], out var date) is { } fault)
        {
            Bad(column, fault);
        }

        return date;
    }

    public LocalDate? DateOrNone(int column) => row[column].Length == 0 ? null : Date(column);

    public T Word<T>(int column)
        where T : struct, Enum
    {
        var text = row[column];
        if (!FileWords.TryParse<T>(text, out var value))
        {
            var likely = LikelyKinds.Of(text, FileWords.All<T>());
            Bad(
                column,
                text.Length == 0 ? $"the {row.Columns[column]} is missing" : $"the {row.Columns[column]} is not known",
                likely.Count switch
                {
                    0 => $"Write one of {ListOf(FileWords.All<T>())}",
                    1 => $"Write {likely[0]} if that is meant",
                    _ => $"Write {string.Join(" or ", likely)}, whichever is meant",
                });
        }

        return value;
    }

    public bool YesOrNo(int column)
    {
        switch (row[column].ToUpperInvariant())
        {
            case "YES" or "Y" or "TRUE" or "1":
                return true;
            case "NO" or "N" or "FALSE" or "0":
                return false;
            default:
                Bad(column, "it is neither yes nor no", "Write yes or no");
                return false;
        }
    }

    public string Phone(int column)
    {
        if (PhoneNumbers.Parse(row[column], out var number) is { } fault)
        {
            Bad(column, fault);
        }

        return number;
    }

    public string Email(int column)
    {
        if (EmailAddresses.Check(row[column]) is { } fault)
        {
            Bad(column, fault);
        }

        return row[column];
    }

    public void Bad(int column, FieldFault fault) => Bad(column, fault.What, fault.Remedy);

    /// <summary>Reports a reason for leaving the row out.</summary>
    public void Bad(int column, string what, string remedy)
    {
        why = why is null ? $"{row.Columns[column]}: {what}" : $"{why}; {row.Columns[column]}: {what}";
        var fault = problems.Bad(file, row.Line, row.Columns[column], row[column], what, remedy);
        FirstFault ??= fault;
    }

    /// <summary>Reports a doubt; the row is kept.</summary>
    public void Warn(int column, string what, string remedy) =>
        problems.Warn(file, row.Line, row.Columns[column], row[column], what, remedy);

    /// <summary>Leaves the row out when anything was wrong with it.</summary>
    /// <returns>True when it was left out.</returns>
    public bool Rejected()
    {
        if (why is not null)
        {
            problems.Reject(file, row.Line, row.Raw, why);
            if (FolderFiles.RowsOf(file) == MissingRows.None)
            {
                problems.NoteLeftOut(file, FirstFault!);
            }
        }

        return why is not null;
    }

    // The first dozen is enough to see what is meant.
    private static string ListOf(IReadOnlyList<string> words) =>
        words.Count <= 12 ? string.Join(", ", words) : string.Join(", ", words.Take(12)) + ", ...";
}
