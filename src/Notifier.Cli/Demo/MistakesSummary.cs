using Notifier.Application.PlanDates;
using Notifier.Cli.Commands;
using Notifier.Cli.Output;
using Spectre.Console;

namespace Notifier.Cli.Demo;

/// <summary>The mistakes in the district's files: one of each file, and how many there are.</summary>
public static class MistakesSummary
{
    public static void Write(IAnsiConsole console, FolderImportResult imported)
    {
        var rejected = imported.Problems.Where(problem => problem.Severity == ProblemSeverity.Rejected).ToArray();
        var others = imported.Problems.Count - rejected.Length;

        console.Write(new Rule("What people typed wrong") { Justification = Justify.Left });
        ProblemReport.Write(console, rejected.DistinctBy(problem => problem.File));
        console.WriteLine(
            $"{Written.Count(rejected.Length, "row")} like these were left out, {others} more should be looked at; every other row went in.");
        console.WriteLine();
    }
}
