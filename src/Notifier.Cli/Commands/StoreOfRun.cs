using Notifier.Application.PlanDates;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Stores;
using NodaTime;

namespace Notifier.Cli.Commands;

/// <summary>The store of a data folder, for commands that only look: it must be there already.</summary>
public static class StoreOfRun
{
    /// <exception cref="CommandException">Nothing was ever imported into this folder.</exception>
    public static HomeStore OpenExisting(string dataFolder, IClock clock)
    {
        RequireExisting(dataFolder);
        return HomeStore.BesideItsOwner(dataFolder, clock);
    }

    /// <exception cref="CommandException">Nothing was ever imported into this folder.</exception>
    public static void RequireExisting(string dataFolder)
    {
        if (!Directory.Exists(dataFolder) || !Directory.EnumerateFiles(dataFolder, "*.db").Any())
        {
            throw CommandException.BadInput(
                $"{Path.GetFullPath(dataFolder)} holds no store. Name the folder that 'notifier import' filled, or import first.");
        }
    }

    /// <summary>The only district of the store, or the one that was named.</summary>
    /// <exception cref="CommandException">There is none, there are several, or none has this id.</exception>
    public static async Task<string> DistrictAsync(HomeStore store, string? named, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var id in new DistrictFiles(store.Tables).AllIdsAsync(cancellationToken))
        {
            ids.Add(id);
        }

        return (named, ids) switch
        {
            (_, []) => throw CommandException.BadInput("the store holds no district: import one with 'notifier import FOLDER --data DIR'."),
            (null, [var only]) => only,
            ({ } id, _) when ids.Contains(id) => id,
            (null, _) => throw CommandException.BadInput($"the store holds several districts: name one with --district: {string.Join(", ", ids)}."),
            _ => throw CommandException.BadInput($"the store holds no district '{named}'. It holds: {string.Join(", ", ids)}."),
        };
    }
}
