using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;
using Spectre.Console;

namespace Notifier.Cli.Commands;

/// <summary>Whether a store can be reached with the rights it takes to look, and what is in it.</summary>
public static class CheckStore
{
    public static async Task<int> RunAsync(Screen screen, StoreChoice choice, IClock clock, CancellationToken cancellationToken)
    {
        await using var store = choice.OpenExistingBeside(clock, SettingsFile.Read());
        var districts = new DistrictFiles(store.Tables);
        var found = 0;
        await foreach (var id in districts.AllIdsAsync(cancellationToken))
        {
            found++;
            var name = (await districts.GetAsync(id, cancellationToken))?.District.Name;
            var students = await new StudentFiles(store.Tables).StudentIdsAsync(id, cancellationToken).CountAsync(cancellationToken);
            var problems = await new VisibleProblems(store.Tables).ListOpenAsync(id, cancellationToken).CountAsync(cancellationToken);
            screen.Human.WriteLine(
                $"{name} ({id}): {Written.Count(students, "student")}; {Written.Count(problems, "problem needs", "problems need")} a person.");
        }

        screen.Human.WriteLine(found > 0
            ? "The store can be read."
            : $"The store can be read and holds no district yet: 'notifier import FOLDER {choice.Words}' takes one in.");
        return ExitCode.Done;
    }
}
