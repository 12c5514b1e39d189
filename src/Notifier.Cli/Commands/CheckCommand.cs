using System.CommandLine;
using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Stores;
using Spectre.Console;

namespace Notifier.Cli.Commands;

/// <summary>
/// <c>check FOLDER</c>: every problem of a district folder, with its place and its remedy. <c>check --store ...</c>:
/// whether a store can be reached, and what is in it.
/// </summary>
public sealed class CheckCommand : ICommandWords
{
    private readonly Argument<string?> folder = Words.FolderOrStore();

    private readonly StoreWords store;

    private readonly Option<string> format = Words.Format();

    public CheckCommand(Screen screen, IClock clock)
    {
        Command = new("check", "Check a district folder: every problem with its place and its remedy.")
        {
            folder, format,
        };
        store = StoreWords.InsteadOf(folder);
        store.AddTo(Command);
        Command.SetAction((parsed, cancellationToken) => parsed.GetValue(folder) is { } path
            ? RunAsync(screen, clock, path, parsed.GetValue(format) == "json", cancellationToken)
            : CheckStore.RunAsync(screen, store.From(parsed), clock, cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier check ./my-district";

    public string ExitCodes =>
        "0 every row is good; 2 rows would be left out, or nothing could be imported.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, string path, bool json, CancellationToken cancellationToken)
    {
        var read = await ReadFolder.AllAsync(path, clock, cancellationToken);
        if (json)
        {
            DueDatesJson.Write(screen.Output, read.Problems);
        }
        else
        {
            ProblemReport.Write(screen.Human, read.Problems);
            ProblemReport.WriteCounts(screen.Human, read.Counts);
            screen.Human.WriteLine();
            screen.Human.WriteLine(Verdict(read));
        }

        LawNotice.Write(screen, read.District);
        return read.RowsWereLeftOut ? ExitCode.BadInput : ExitCode.Done;
    }

    private static string Verdict(ReadFolder read)
    {
        var warnings = read.Problems.Count(problem => problem.Severity is ProblemSeverity.Warning or ProblemSeverity.Notice);
        var look = warnings > 0 ? $" {Written.Count(warnings, "more thing")} should be looked at." : "";
        if (read.District is null)
        {
            return "Nothing of this folder can be imported until what stops it is mended." + look;
        }

        var rejected = read.Problems.Count(problem => problem.Severity == ProblemSeverity.Rejected);
        return (rejected > 0
            ? $"{Written.Count(rejected, "problem")} would leave rows out; every other row is good."
            : "Every row can be imported.") + look;
    }
}
