using Notifier.Adapters.DistrictFolders.Csv;
using Notifier.Application.PlanDates;
using Notifier.Law;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>Hands on every problem as it is found, keeps rejected rows, and remembers what the reading lacks.</summary>
internal sealed class FolderProblems(Action<ImportProblem> report, RejectsFiles rejects)
{
    private const int LongestValue = 60;
    private const int MostPlansWithDatesAlone = 1000;

    private readonly Dictionary<string, (int Rows, int Rejected)> counts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, DistrictGap> leftOut = new(StringComparer.Ordinal);

    public bool AnyFatal { get; private set; }

    /// <summary>Rows were rejected of which nobody can tell whose they were.</summary>
    public MissingRows Unread { get; set; }

    /// <summary>Of which kinds the plan dates are whose plan nobody knows; null: some can be of any.</summary>
    public HashSet<PlanDateKind>? UnreadDateKinds { get; private set; } = [];

    public HashSet<string> PlansWithDatesAlone { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<DistrictGap> LeftOut => [.. FolderFiles.Tables.Where(leftOut.ContainsKey).Select(file => leftOut[file])];

    public IReadOnlyList<FileCount> Counts =>
        [.. FolderFiles.Tables.Where(counts.ContainsKey).Select(file => new FileCount(file, counts[file].Rows, counts[file].Rejected))];

    public void CountRow(string file)
    {
        var (rows, rejected) = counts.GetValueOrDefault(file);
        counts[file] = (rows + 1, rejected);
    }

    public bool HasRejects(string file) => counts.GetValueOrDefault(file).Rejected > 0;

    public void Fatal(string file, int line, string column, string value, string what, string remedy)
    {
        AnyFatal = true;
        Add(ProblemSeverity.Fatal, file, line, column, value, what, remedy);
    }

    public void Warn(string file, int line, string column, string value, string what, string remedy) =>
        Add(ProblemSeverity.Warning, file, line, column, value, what, remedy);

    public void Notice(string file, int line, string column, string value, string what, string remedy) =>
        Add(ProblemSeverity.Notice, file, line, column, value, what, remedy);

    /// <summary>Reports one problem of a row that <see cref="Reject"/> will leave out.</summary>
    public ImportProblem Bad(string file, int line, string column, string value, string what, string remedy) =>
        Add(ProblemSeverity.Rejected, file, line, column, value, what, remedy);

    /// <summary>Keeps the row, whose problems were reported one by one, in the rejects file.</summary>
    public void Reject(string file, int line, string raw, string why)
    {
        var (rows, rejected) = counts.GetValueOrDefault(file);
        counts[file] = (rows, rejected + 1);
        rejects.Add(file, line, why, raw);
    }

    /// <summary>Counts a rejected row that belongs to the district itself, or to nobody knows whom.</summary>
    public void NoteLeftOut(string file, ImportProblem first) =>
        leftOut[file] = leftOut.TryGetValue(file, out var gap)
            ? gap with { Rows = gap.Rows + 1 }
            : new DistrictGap(file, 1, first.ToString());

    public void NotePlanWithDatesAlone(string planId)
    {
        if (PlansWithDatesAlone.Count < MostPlansWithDatesAlone)
        {
            PlansWithDatesAlone.Add(planId);
        }
    }

    /// <param name="kind">Null: it cannot be read.</param>
    public void NoteUnreadDate(PlanDateKind? kind)
    {
        if (kind is { } known)
        {
            UnreadDateKinds?.Add(known);
        }
        else
        {
            UnreadDateKinds = null;
        }
    }

    /// <summary>Rejects a row whose fields, and so whose owner, are not known.</summary>
    public void RejectUnread(string file, CsvRecord record, CsvFault fault)
    {
        Unread |= FolderFiles.RowsOf(file);
        NoteUnreadDate(null);
        NoteLeftOut(file, Bad(file, record.Line, "", record.Raw, fault.What, fault.Remedy));
        Reject(file, record.Line, record.Raw, fault.What);
    }

    private static string Shorten(string value)
    {
        value = string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c));
        return value.Length <= LongestValue ? value : value[..LongestValue] + "...";
    }

    private ImportProblem Add(ProblemSeverity severity, string file, int line, string column, string value, string what, string remedy)
    {
        var problem = new ImportProblem
        {
            Severity = severity,
            File = file,
            Line = line,
            Column = column,
            Value = Shorten(value.Length > 2 * LongestValue ? value[..(2 * LongestValue)] : value),
            What = what,
            Remedy = remedy,
        };
        report(problem);
        return problem;
    }
}
