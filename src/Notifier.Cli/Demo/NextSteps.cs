using Notifier.Cli.Output;
using Spectre.Console;

namespace Notifier.Cli.Demo;

/// <summary>Where everything lies, and what to try next.</summary>
public static class NextSteps
{
    // From a clone of the repository nothing is installed: what is shown must work when it is copied.
    public static string Program { get; } =
        Directory.Exists(Path.Combine("src", "Notifier.Cli")) ? "dotnet run --project src/Notifier.Cli --" : "notifier";

    public static void Write(IAnsiConsole console, DemoFolder folder, string asOf, string nextDay, string planId, string studentId)
    {
        var root = Path.GetRelativePath(Environment.CurrentDirectory, folder.Root);
        var district = Path.Combine(root, "district");
        var store = Path.Combine(root, "data");
        console.Write(new Rule("Look around") { Justification = Justify.Left });
        (string What, string Where)[] lines =
        [
            ("Everything that was sent, to read in a browser", Path.Combine(store, "outbox", "index.html")),
            ("The district's own files, mistakes included", district),
            ("Every mistake in them, and how to mend it", $"{Program} check {district}"),
            ("One plan, to be checked by hand", $"{Program} explain {district} --plan {planId} --as-of {asOf}"),
            ("Everything that is due", $"{Program} due {district} --as-of {asOf}"),
            ("What needs a person", $"{Program} problems --data {store}"),
            ("What was done about one student", $"{Program} evidence --data {store} --student {studentId}"),
            ("The same evening again: nothing is sent twice", $"{Program} run --data {store} --once --at {asOf}T23:30:00Z"),
            ("The next morning", $"{Program} run --data {store} --once --at {nextDay}T16:30:00Z"),
        ];
        foreach (var (what, where) in lines)
        {
            console.Write(new Text($"{what}:\n", Colors.Quiet));
            // Past the console, which would break a long line in two: it is there to be copied.
            console.Profile.Out.Writer.WriteLine($"  {where}");
        }
    }
}
