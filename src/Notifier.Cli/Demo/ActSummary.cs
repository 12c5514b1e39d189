using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Cli.Output;
using Spectre.Console;

namespace Notifier.Cli.Demo;

/// <summary>What could not be done, and who must act: nothing is missed silently.</summary>
public static class ActSummary
{
    private const int Rows = 6;

    public static void Write(IAnsiConsole console, IReadOnlyList<ProblemRow> problems, DistrictFile district)
    {
        console.Write(new Rule("What could not be done") { Justification = Justify.Left });
        if (problems.Count == 0)
        {
            console.WriteLine("Nothing: every duty has a date, and everybody who must be told could be reached.");
            return;
        }

        // Of each kind one, then more of the first kinds: a reader sees how different they are.
        var shown = problems.GroupBy(problem => problem.Kind).SelectMany(kind => kind.Take(Rows / 2)).Take(Rows).ToArray();
        ProblemsTable.Write(console, shown, district);
        if (shown.Length < problems.Count)
        {
            console.WriteLine($"... and {problems.Count - shown.Length} more: see 'notifier problems' below.");
        }

        console.WriteLine();
    }
}
