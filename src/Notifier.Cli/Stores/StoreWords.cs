using System.CommandLine;
using System.CommandLine.Parsing;

namespace Notifier.Cli.Stores;

/// <summary>The options by which a command is told its store, and what must go with what.</summary>
public sealed class StoreWords
{
    private readonly Option<string> store = new("--store")
    {
        Description = "Where the tables are: 'local', a file in --data; 'azure', an account; 'azurite', the emulator here.",
        HelpName = "local|azure|azurite",
        DefaultValueFactory = _ => "local",
    };

    private readonly Option<string?> data = new("--data")
    {
        Description = "The folder of the local store, and of this machine's own files; made when it is not there.",
        HelpName = "DIR",
    };

    private readonly Option<string?> account = new("--account")
    {
        Description = "With --store azure: the name of the storage account.",
        HelpName = "NAME",
    };

    private readonly Option<string?> serviceBus = new("--namespace")
    {
        Description = "With --store azure: the Service Bus namespace, NAME or NAME.servicebus.windows.net.",
        HelpName = "NAME",
    };

    private readonly StoreNeeds needs;

    private readonly Argument<string?>? folder;

    public StoreWords(StoreNeeds needs) => this.needs = needs;

    private StoreWords(Argument<string?> folder) => this.folder = folder;

    /// <summary>For a command that looks at a district folder, or else at a store.</summary>
    public static StoreWords InsteadOf(Argument<string?> folder) => new(folder);

    public void AddTo(Command command)
    {
        command.Add(data);
        command.Add(store);
        command.Add(account);
        command.Add(serviceBus);
        command.Validators.Add(Check);
    }

    public StoreChoice From(ParseResult parsed) => new()
    {
        Kind = parsed.GetValue(store) switch
        {
            "azure" => StoreKind.Azure,
            "azurite" => StoreKind.Azurite,
            _ => StoreKind.Local,
        },
        DataFolder = parsed.GetValue(data),
        Account = parsed.GetValue(account),
        Namespace = parsed.GetValue(serviceBus),
    };

    private void Check(CommandResult result)
    {
        if (folder is not null && result.GetValue(folder) is not null)
        {
            if (new Option[] { data, store, account, serviceBus }.Any(option => result.GetResult(option) is { Implicit: false }))
            {
                result.AddError("Name a district folder or a store, not both.");
            }

            return;
        }

        if (folder is not null && result.GetResult(store) is not { Implicit: false } && result.GetResult(data) is null)
        {
            result.AddError("Required argument missing: FOLDER, a district folder. Or name a store: --data DIR, or --store azure --account NAME.");
            return;
        }

        // Before the defaults are filled in.
        var kind = result.GetValue(store) ?? "local";
        var usesQueues = needs.HasFlag(StoreNeeds.Queues);
        var (hasData, hasAccount, hasNamespace) =
            (result.GetValue(data) is not null, result.GetValue(account) is not null, result.GetValue(serviceBus) is not null);
        foreach (var error in kind switch
        {
            "local" => Errors(
                (!hasData, "Option '--data' is required: the folder of the store, for example --data ./store."),
                (hasAccount || hasNamespace, "--account and --namespace go with --store azure.")),
            "azure" => Errors(
                (!hasAccount, "--store azure needs --account NAME: the storage account that holds the tables."),
                (!hasNamespace && usesQueues, "--store azure needs --namespace NAME here: the Service Bus namespace of the queues."),
                (!hasData && needs.HasFlag(StoreNeeds.Folder), "--data is needed here too: the folder of the report, or of the outbox.")),
            "azurite" => Errors(
                (hasAccount || hasNamespace, "--account and --namespace go with --store azure."),
                (!hasData && needs != StoreNeeds.Tables, "--data is needed here too: the queues lie in that folder.")),
            _ => Errors((true, $"--store is 'local', 'azure' or 'azurite', not '{kind}'.")),
        })
        {
            result.AddError(error);
        }
    }

    private static IEnumerable<string> Errors(params (bool Applies, string Text)[] rules) =>
        rules.Where(rule => rule.Applies).Select(rule => rule.Text);
}
