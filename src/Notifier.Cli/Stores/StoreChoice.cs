using Microsoft.Extensions.Configuration;
using NodaTime;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.AzureTables;
using Notifier.Adapters.ServiceBus;
using Notifier.Application.Storage;
using Notifier.Cli.CommandLine;
using Notifier.Functions.Settings;

namespace Notifier.Cli.Stores;

/// <summary>The store that a command was told to work on.</summary>
public sealed record StoreChoice
{
    public required StoreKind Kind { get; init; }

    /// <summary>Of the local store, of the queues beside Azurite, of reports and of the outbox.</summary>
    public string? DataFolder { get; init; }

    public string? Account { get; init; }

    /// <summary>The short name or the full one.</summary>
    public string? Namespace { get; init; }

    /// <summary>For messages to the person at the keyboard: the words that lead to this store again.</summary>
    public string Words => Kind switch
    {
        StoreKind.Azure => $"--store azure --account {Account}",
        StoreKind.Azurite => $"--store azurite --data {DataFolder}",
        _ => $"--data {DataFolder}",
    };

    /// <summary>For the process that runs it, or takes part in running a shared one.</summary>
    /// <exception cref="StoreException">The store cannot be opened.</exception>
    /// <exception cref="CommandException">A name is wrong.</exception>
    public HomeStore OpenToRun(IClock clock, IConfiguration settings) => Open(clock, settings, HomeStore.OfDataFolder);

    /// <summary>For a command that imports or looks, whether somebody runs the store or not.</summary>
    /// <inheritdoc cref="OpenToRun"/>
    public HomeStore OpenBeside(IClock clock, IConfiguration settings) => Open(clock, settings, HomeStore.BesideItsOwner);

    /// <summary>Only looks: a local store must be there already.</summary>
    /// <exception cref="CommandException">Nothing was ever imported into the folder.</exception>
    public HomeStore OpenExistingBeside(IClock clock, IConfiguration settings)
    {
        if (Kind == StoreKind.Local)
        {
            RequireLocalStore();
        }

        return OpenBeside(clock, settings);
    }

    /// <exception cref="CommandException">Nothing was ever imported into the folder.</exception>
    public void RequireLocalStore()
    {
        if (Kind == StoreKind.Local && (!Directory.Exists(DataFolder) || !Directory.EnumerateFiles(DataFolder, "*.db").Any()))
        {
            throw CommandException.BadInput(
                $"{Path.GetFullPath(DataFolder!)} holds no store. Name the folder that 'notifier import' filled, or import first.");
        }
    }

    private HomeStore Open(IClock clock, IConfiguration settings, Func<string, IClock, HomeStore> local) => Kind switch
    {
        StoreKind.Azure => InAzure(clock, settings),
        StoreKind.Azurite => OnAzurite(clock, settings, local),
        _ => local(DataFolder!, clock),
    };

    // Whoever types the command is who the program is: az login, azd auth login, or the machine's own identity.
    private HomeStore InAzure(IClock clock, IConfiguration settings)
    {
        try
        {
            var endpoint = Setting.FindAddress(settings, "Notifier:Storage:Endpoint");
            var tables = AzureStore.Open(AzureStoreOptions.Azure(Account!, endpoint), clock);
            return Namespace is null
                ? HomeStore.WithoutQueues(tables)
                : HomeStore.InAzure(tables, ServiceBusOptions.Azure(
                    Namespace.Contains('.', StringComparison.Ordinal) ? Namespace : $"{Namespace}.servicebus.windows.net"), clock);
        }
        catch (ArgumentException wrong)
        {
            throw CommandException.BadInput(wrong.Message);
        }
    }

    // No emulator of Service Bus speaks its REST API, and a trial on one machine needs no second program: the queues are
    // those of the local store, in the folder, unless the settings name something that does speak it. The tables may be
    // shared with others that use the emulator.
    private HomeStore OnAzurite(IClock clock, IConfiguration settings, Func<string, IClock, HomeStore> local)
    {
        var emulator = StorageSettings.Emulator(settings).ToStore(AzureIdentity.OfDeveloper);
        var tables = AzureStore.Open(emulator, clock);
        if (Setting.Find(settings, "Notifier:ServiceBus:StandIn") is not null)
        {
            return HomeStore.InAzure(tables, ServiceBusSettings.From(settings).ToSender(AzureIdentity.OfDeveloper), clock);
        }

        return DataFolder is null ? HomeStore.WithoutQueues(tables) : HomeStore.OnAzurite(tables, local(DataFolder, clock));
    }
}
