using Notifier.Application.Problems;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>Open problems of the store: whose, what, who must act, and how.</summary>
public static class ProblemsTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<ProblemRow> problems)
    {
        if (problems.Count == 0)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(new TableColumn("Student").NoWrap(), new TableColumn("Who must act"), new TableColumn("Problem and remedy"));
        foreach (var problem in problems)
        {
            table.AddRow(
                new Text(problem.StudentId),
                new Text(problem.OwnerId.Length > 0 ? problem.OwnerId : "the district's contact"),
                new Text($"{problem.What} {problem.Remedy}"));
        }

        console.Write(table);
    }
}
