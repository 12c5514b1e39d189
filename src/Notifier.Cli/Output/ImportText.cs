using Notifier.Application.PlanDates;
using Notifier.Cli.Commands;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>What an import did, and what a person must do now.</summary>
public static class ImportText
{
    private const int MostProblems = 20;

    private const int MostExamples = 5;

    public static string Outcome(ImportResult result) => result.Outcome switch
    {
        ImportOutcome.Refused => "nothing was stored",
        ImportOutcome.Held => "held, nothing was stored",
        _ => $"{Written.Count(result.Counts.Students, "student")}, {Written.Count(result.Counts.Plans, "plan")}, "
            + $"{Written.Count(result.Counts.Dates, "plan date")}; {Written.Count(result.ChangesSent, "change")} to compute",
    };

    public static void Write(IAnsiConsole console, FolderImportResult imported, string folder)
    {
        var result = imported.Result;
        var toMend = imported.Problems.Where(problem => problem.Severity is ProblemSeverity.Rejected or ProblemSeverity.Fatal).ToArray();
        if (toMend.Length > 0)
        {
            ProblemReport.Write(console, toMend.Take(MostProblems));
        }

        foreach (var suspicion in result.Suspicions)
        {
            console.Write(new Text($"Suspicious: {suspicion.What}\n", Colors.Of(ProblemSeverity.Warning)));
            console.WriteLine($"  {suspicion.Check}");
            foreach (var example in suspicion.Examples.Take(MostExamples))
            {
                console.WriteLine($"    {example}");
            }
        }

        foreach (var line in Lines(imported, folder, toMend.Length))
        {
            console.WriteLine(line);
        }
    }

    private static IEnumerable<string> Lines(FolderImportResult imported, string folder, int toMend)
    {
        var (result, counts) = (imported.Result, imported.Result.Counts);
        if (result.Outcome == ImportOutcome.Imported)
        {
            yield return $"Imported: {Outcome(result)}.";
            yield return $"Students: {counts.StudentsAdded} new, {counts.StudentsChanged} changed, {counts.StudentsGone} gone. "
                + $"Plans: {counts.PlansAdded} new, {counts.PlansGone} gone. "
                + $"Plan dates: {counts.DatesAdded} new, {counts.DatesMoved} moved, {counts.DatesRemoved} removed.";
        }

        if (result.Outcome == ImportOutcome.Held)
        {
            yield return "Held: nothing was stored. If a person has looked and it is right, import again with --confirm.";
        }

        if (result.Outcome == ImportOutcome.Refused)
        {
            yield return "Refused: nothing was stored. Mend what stops everything, and import again.";
        }

        if (toMend > 0)
        {
            var more = toMend > MostProblems ? $" ({MostProblems} of {toMend} are shown above)" : "";
            yield return result.Outcome == ImportOutcome.Refused
                ? $"{Written.Count(toMend, "problem")} so far{more}; what stops everything may hide others."
                : $"{Written.Count(toMend, "problem leaves", "problems leave")} rows out{more}; every other row is good. Mend them and import again.";
        }

        if (imported.Problems.Count > 0)
        {
            yield return $"Every problem: {Path.GetRelativePath(Environment.CurrentDirectory, imported.Report)}, the rows that were left out beside it.";
            yield return $"They can be looked at without importing: notifier check {folder}";
        }
    }
}
