using System.CommandLine;
using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Settings;
using Notifier.Cli.Stores;

namespace Notifier.Cli.Commands;

/// <summary><c>import FOLDER --data DIR [--confirm]</c>: good rows into the store, bad rows into files beside a report.</summary>
public sealed class ImportCommand : ICommandWords
{
    private readonly Argument<string> folder = Words.Folder();

    private readonly StoreWords store = new(StoreNeeds.Queues | StoreNeeds.Folder);

    private readonly Option<bool> confirm = new("--confirm")
    {
        Description = "Import although it looks like a mistake: somebody has looked, and it is right.",
    };

    public ImportCommand(Screen screen, IClock clock)
    {
        Command = new("import", "Take a district folder into the store; what is suspicious is held until confirmed.")
        {
            folder, confirm,
        };
        store.AddTo(Command);
        Command.SetAction((parsed, cancellationToken) => RunAsync(
            screen,
            clock,
            parsed.GetRequiredValue(folder),
            store.From(parsed),
            parsed.GetValue(confirm),
            cancellationToken));
    }

    public Command Command { get; }

    public string Example => "notifier import ./my-district --data ./store";

    public string ExitCodes =>
        "0 imported; 1 failed; 2 held, refused, or imported without rows that must be mended: the report names them.";

    private static async Task<int> RunAsync(
        Screen screen, IClock clock, string path, StoreChoice choice, bool confirmed, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path))
        {
            // Before the store is opened: a slip in the name must not make one.
            throw CommandException.BadInput($"there is no folder {Path.GetFullPath(path)}. Name the folder that holds district.json.");
        }

        await using var store = choice.OpenBeside(clock, SettingsFile.Read());
        var steps = new Steps(screen.Notes);
        var import = new FolderImport(store, clock);
        FolderImportResult? imported = null;
        await steps.RunAsync("Importing", async progress =>
        {
            imported = await import.RunAsync(path, choice.DataFolder!, confirmed, progress, cancellationToken);
            return ImportText.Outcome(imported.Result);
        });

        ImportText.Write(screen.Human, imported!, path);
        LawNotice.Write(screen, imported!.District);
        return imported.RowsWereLeftOut || imported.Result.Outcome != ImportOutcome.Imported ? ExitCode.BadInput : ExitCode.Done;
    }
}
