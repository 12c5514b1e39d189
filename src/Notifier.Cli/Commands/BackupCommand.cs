using System.CommandLine;
using System.Globalization;
using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Cli.Stores;
using Spectre.Console;

namespace Notifier.Cli.Commands;

/// <summary><c>backup --data DIR --to FOLDER [--keep N]</c>: a copy of the local store, also while somebody runs it.</summary>
public sealed class BackupCommand : ICommandWords
{
    private const string Prefix = "notifier-";

    private readonly Option<string> data = new("--data")
    {
        Description = "The folder of the local store.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string> to = new("--to")
    {
        Description = "The folder for the copy, on another disk; made when it is not there.",
        HelpName = "FOLDER",
        Required = true,
    };

    private readonly Option<int> keep = new("--keep")
    {
        Description = "Delete the oldest copies in that folder beyond so many; 0 deletes none.",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
    };

    public BackupCommand(Screen screen, IClock clock)
    {
        Command = new("backup", "Copy the local store, also while it is running.") { data, to, keep };
        keep.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) || number < 0))
            {
                result.AddError($"--keep is a number of copies, 0 or more, not '{result.Tokens[0].Value}'.");
            }
        });
        Command.SetAction((parsed, _) => RunAsync(
            screen, clock, parsed.GetRequiredValue(data), parsed.GetRequiredValue(to), parsed.GetValue(keep)));
    }

    public Command Command { get; }

    public string Example => "notifier backup --data ./store --to /mnt/backup/notifier --keep 14";

    public string ExitCodes => "0 the copy is whole; 1 it could not be made; 2 bad usage, or no such store.";

    private static async Task<int> RunAsync(Screen screen, IClock clock, string dataFolder, string folder, int keep)
    {
        new StoreChoice { Kind = StoreKind.Local, DataFolder = dataFolder }.RequireLocalStore();
        var at = clock.GetCurrentInstant().ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var target = Path.Combine(Path.GetFullPath(folder), $"{Prefix}{at}.db");
        var deleted = 0;
        await new Steps(screen.Notes).RunAsync("Copying", _ =>
        {
            Make(folder);
            SqliteBackup.Write(dataFolder, target);
            deleted = DeleteOldest(folder, keep);
            return Task.FromResult($"{Written.Number((int)(new FileInfo(target).Length / 1024))} KB");
        });

        screen.Output.WriteLine(target);
        if (deleted > 0)
        {
            screen.Human.WriteLine($"{Written.Count(deleted, "older copy was", "older copies were")} deleted.");
        }

        return ExitCode.Done;
    }

    private static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failed($"{Path.GetFullPath(folder)} cannot be made: {cause.Message} Name a folder this user may write to.");
        }
    }

    // Their names are their moments.
    private static int DeleteOldest(string folder, int keep)
    {
        var copies = Directory.GetFiles(folder, $"{Prefix}*.db").Order(StringComparer.Ordinal).ToList();
        var old = keep == 0 ? [] : copies.SkipLast(keep).ToList();
        foreach (var copy in old)
        {
            File.Delete(copy);
        }

        return old.Count;
    }
}
