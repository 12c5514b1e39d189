using Notifier.Application.Runs;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>What a run did, for the person who started it.</summary>
public static class RunText
{
    public static string InShort(RunSummary summary) =>
        $"{Written.Count(summary.Raised, "reminder")} raised, {Written.Count(summary.Sent, "notice")} sent, "
        + $"{Written.Count(summary.Problems.Values.Sum(), "problem")} opened";

    public static void Write(IAnsiConsole console, RunOutcome outcome, string outbox, string storeWords)
    {
        var summary = outcome.Summary;
        (string What, int Number)[] counts =
        [
            ("Students computed anew", summary.Refreshed),
            ("Due dates that moved", summary.Moved),
            ("Reminders raised", summary.Raised),
            ("Notices sent", summary.Sent),
            ("Put off to the next allowed hour or try", summary.Deferred),
            ("Not sent, and will not be", summary.NotSent),
            ("Held: it is not known whether they went out", summary.Held),
            ("Held before, now settled", summary.Settled),
            .. summary.Withheld.Select(reason => ($"Withheld: {Written.Words(reason.Key)}", reason.Value)),
            .. summary.Problems.Select(kind => ($"Problems opened: {Written.Words(kind.Key)}", kind.Value)),
            ("Messages set aside", outcome.SetAside),
        ];
        var grid = new Grid();
        grid.AddColumns(new GridColumn { Alignment = Justify.Right, NoWrap = true, Padding = new(2, 0, 2, 0) }, new GridColumn());
        foreach (var (what, number) in counts.Where(count => count.Number > 0))
        {
            grid.AddRow(new Text(Written.Number(number)), new Text(what));
        }

        if (counts.All(count => count.Number == 0))
        {
            console.WriteLine("Nothing was due.");
        }
        else
        {
            console.Write(grid);
        }

        if (summary.Sent > 0)
        {
            console.WriteLine($"What was sent: {Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(outbox, "index.html"))}");
        }

        if (!outcome.AllWell)
        {
            console.WriteLine("A function failed; run again, with --verbose to see why.");
        }

        if (outcome.SetAside > 0)
        {
            console.WriteLine($"Something could not be handled: see 'notifier set-aside {storeWords}'.");
        }
    }
}
