using Notifier.Application.PlanDates;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Stores;

namespace Notifier.Cli.Commands;

/// <summary>Whose records a command looks at.</summary>
public static class StoreOfRun
{
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
