using NodaTime;
using Notifier.Adapters.ServiceBus;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Alarms;
using Notifier.Application.Queues;
using Notifier.Application.Storage;

namespace Notifier.Cli.Stores;

/// <summary>The tables and queues that a home or a command works on, wherever they are.</summary>
public sealed class HomeStore : IAsyncDisposable
{
    public required IEntityTables Tables { get; init; }

    public required IQueueSender Sender { get; init; }

    public required IQueueReceiver Receiver { get; init; }

    public required ISetAsideMessages SetAside { get; init; }

    /// <summary>Null: somebody else watches the queues.</summary>
    public IQueueAges? Ages { get; init; }

    /// <summary>
    /// Nobody else can have it open. Then, and only then, an attempt found open at the start was this home's own and was
    /// interrupted; in a shared store another process may be at it this very moment.
    /// </summary>
    public required bool IsOwned { get; init; }

    /// <summary>Finishes what is under way and gives the store free.</summary>
    public required Func<ValueTask> Close { get; init; }

    /// <summary>The SQLite store of a data folder, for the one process that runs it.</summary>
    /// <exception cref="StoreException">The folder cannot be used; says why and what to do.</exception>
    public static HomeStore OfDataFolder(string dataFolder, IClock clock) =>
        Of(SqliteStore.Open(dataFolder, clock), isOwned: true);

    /// <summary>The same for a command that imports or looks, whether somebody runs it or not.</summary>
    /// <exception cref="StoreException">The folder cannot be used; says why and what to do.</exception>
    public static HomeStore BesideItsOwner(string dataFolder, IClock clock) =>
        Of(SqliteStore.Join(dataFolder, clock), isOwned: false);

    /// <summary>Tables in Azure or its emulator, for commands that only look.</summary>
    public static HomeStore WithoutQueues(IEntityTables tables)
    {
        var none = new NoQueues();
        return new()
        {
            Tables = tables,
            Sender = none,
            Receiver = none,
            SetAside = none,
            IsOwned = false,
            Close = () => ValueTask.CompletedTask,
        };
    }

    /// <summary>Tables and queues in Azure, which the function app uses at the same time.</summary>
    public static HomeStore InAzure(IEntityTables tables, ServiceBusOptions queues, IClock clock)
    {
        var sender = ServiceBusSender.Open(queues, clock);
        var deadLetters = ServiceBusDeadLetters.Open(queues, sender, clock);
        return new()
        {
            Tables = tables,
            Sender = sender,
            Receiver = ServiceBusReceiver.Open(queues, clock),
            SetAside = deadLetters,
            IsOwned = false,
            Close = deadLetters.DisposeAsync,
        };
    }

    /// <summary>Tables of the emulator, which others may use too, and the queues of a local store.</summary>
    public static HomeStore OnAzurite(IEntityTables tables, HomeStore local) => new()
    {
        Tables = tables,
        Sender = local.Sender,
        Receiver = local.Receiver,
        SetAside = local.SetAside,
        Ages = local.Ages,
        IsOwned = false,
        Close = local.Close,
    };

    public ValueTask DisposeAsync() => Close();

    private static HomeStore Of(SqliteStore store, bool isOwned) => new()
    {
        Tables = store.Tables,
        Sender = store.Queues,
        Receiver = store.Queues,
        SetAside = store.Queues,
        Ages = store.Queues,
        IsOwned = isOwned,
        Close = store.DisposeAsync,
    };
}
