using System.CommandLine;
using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Spectre.Console;

namespace Notifier.Cli.Commands;

/// <summary><c>problems --data DIR</c>: everything that needs a person, with its owner and remedy.</summary>
public sealed class ProblemsCommand : ICommandWords
{
    private readonly StoreWords store = new(StoreNeeds.Tables);

    private readonly Option<string?> district = Words.District();

    private readonly Option<string> format = Words.Format();

    public ProblemsCommand(Screen screen, IClock clock)
    {
        Command = new("problems", "List what could not be computed, sent or delivered, who must act, and how.") { district, format };
        store.AddTo(Command);
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen, clock, store.From(parsed), parsed.GetValue(district), parsed.GetValue(format) == "json", cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier problems --data ./store";

    public string ExitCodes => "0 done, problems or not; 1 failed; 2 bad usage, or no such store.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, StoreChoice choice, string? district, bool json, CancellationToken cancellationToken)
    {
        await using var store = choice.OpenExistingBeside(clock, SettingsFile.Read());
        var districtId = await StoreOfRun.DistrictAsync(store, district, cancellationToken);
        var problems = new List<ProblemRow>();
        await foreach (var problem in new VisibleProblems(store.Tables).ListOpenAsync(districtId, cancellationToken))
        {
            problems.Add(problem);
        }

        if (json)
        {
            DueDatesJson.Write(screen.Output, problems);
            return ExitCode.Done;
        }

        if (await new DistrictFiles(store.Tables).GetAsync(districtId, cancellationToken) is { } file)
        {
            ProblemsTable.Write(screen.Human, problems, file);
        }

        screen.Human.WriteLine(problems.Count == 0
            ? "Nothing needs a person."
            : $"{Written.Count(problems.Count, "problem needs", "problems need")} a person.");
        return ExitCode.Done;
    }
}
