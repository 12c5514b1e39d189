using Notifier.Application.PlanDates;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>The problems of a district folder, file by file: where, what stands there, what is wrong, how to mend it.</summary>
public static class ProblemReport
{
    public static void Write(IAnsiConsole console, IEnumerable<ImportProblem> problems)
    {
        foreach (var file in problems.GroupBy(problem => problem.File).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var table = new Table { Border = TableBorder.Simple };
            table.AddColumns(
                new TableColumn("Line") { Alignment = Justify.Right, NoWrap = true },
                new TableColumn("Column").NoWrap(),
                new TableColumn("Problem and remedy"));
            foreach (var problem in file.OrderBy(problem => problem.Line))
            {
                table.AddRow(
                    new Text(problem.Line > 0 ? FormattableString.Invariant($"{problem.Line}") : ""),
                    new Text(problem.Column),
                    Sentences(problem));
            }

            console.Write(new Text($"{file.Key}: {Written.Count(file.Count(), "problem")}\n", Colors.Heading));
            console.Write(table);
            console.WriteLine();
        }
    }

    /// <summary>One line per file: rows read and rejected.</summary>
    public static void WriteCounts(IAnsiConsole console, IEnumerable<FileCount> counts)
    {
        var grid = new Grid();
        grid.AddColumns(
            new GridColumn { NoWrap = true, Padding = new(2, 0, 2, 0) },
            new GridColumn { NoWrap = true, Alignment = Justify.Right },
            new GridColumn { NoWrap = true });
        foreach (var count in counts)
        {
            grid.AddRow(
                new Text(count.File),
                new Text(Written.Count(count.Rows, "row")),
                count.Rejected > 0 ? new Text($"{count.Rejected} rejected", Colors.Of(ProblemSeverity.Rejected)) : new Text(""));
        }

        console.Write(grid);
    }

    private static Paragraph Sentences(ImportProblem problem)
    {
        var text = new Paragraph().Append($"{Word(problem.Severity)}: ", Colors.Of(problem.Severity));
        var value = problem.Value.Length > 0 ? $"\"{problem.Value}\": " : "";
        return text.Append($"{value}{problem.What}. {problem.Remedy}.");
    }

    private static string Word(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Fatal => "Stops everything",
        ProblemSeverity.Rejected => "Row left out",
        ProblemSeverity.Warning => "Look at this",
        _ => "Notice",
    };
}
