using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Adapters.Outbox;
using Notifier.Adapters.Templates;
using Notifier.Application.Alarms;
using Notifier.Application.Delivery;
using Notifier.Application.Notices;
using Notifier.Application.Runs;
using Notifier.Application.Storage;
using Notifier.Cli.Scheduling;
using Notifier.Cli.Stores;
using Notifier.Functions.Composition;
using Notifier.Functions.Settings;

namespace Notifier.Cli;

/// <summary>The one-machine home, put together: a store, the outbox folder, the use cases, and the functions that start them.</summary>
public sealed class OneMachine : IAsyncDisposable
{
    private readonly OneMachineSettings settings;
    private readonly UseCases useCases;
    private readonly OutboxIndex index;
    private readonly ServiceProvider services;

    private OneMachine(OneMachineSettings settings, HomeStore store)
    {
        (this.settings, Store, index) = (settings, store, new OutboxIndex(new OutboxSettings { Folder = settings.OutboxFolder }));
        services = new ServiceCollection()
            .AddLogging(log => settings.Log?.Invoke(log))
            .AddSingleton(provider => new UseCases(
                store.Tables,
                store.Sender,
                settings.Watch(DeliveryChannels.For(
                    settings.Delivery, () => settings.OutboxFolder, settings.Clock, provider.GetRequiredService<ILoggerFactory>())),
                new NoticeComposer(new HandlebarsTemplates()),
                settings.Clock,
                new DeliverySettings { TextRate = settings.Delivery.Providers?.TextRate },
                loggers: provider.GetRequiredService<ILoggerFactory>(),
                alarmSettings: new AlarmSettings { Mailbox = settings.Delivery.AlarmMailbox },
                queueAges: store.Ages))
            .AddFunctionsOf(provider => provider.GetRequiredService<UseCases>())
            .BuildServiceProvider();
        useCases = services.GetRequiredService<UseCases>();
    }

    public HomeStore Store { get; }

    /// <summary>Opens the store and puts everything together; nothing runs yet.</summary>
    /// <exception cref="StoreException">The data folder cannot be used; says why and what to do.</exception>
    public static async Task<OneMachine> OpenAsync(OneMachineSettings settings)
    {
        var store = settings.OpenStore(settings);
        try
        {
            OutboxFolder.Prepare(settings.OutboxFolder);
            return new(settings, store);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything due at each of some moments, one after the other, then the outbox's index.</summary>
    /// <param name="moments">In order. The clock of the settings must stand at each when its turn comes.</param>
    /// <param name="progress">Hears of every function call; may be null.</param>
    /// <param name="stop">Ends it early; the next run goes on where it stopped.</param>
    public async Task<RunOutcome> RunOnceAsync(
        IEnumerable<Instant> moments, IProgress<FunctionEvent>? progress, CancellationToken stop)
    {
        var watched = new CountedFunctions(progress);
        var allWell = true;
        await SettleInterruptedAsync(stop);
        foreach (var moment in moments)
        {
            allWell &= await Scheduler(watched).RunOnceAsync(moment, stop);
        }

        await index.RebuildAsync(stop);
        return new(useCases.Tally.Summary, watched.SetAside, allWell);
    }

    /// <summary>Runs until it is stopped.</summary>
    public async Task<RunOutcome> RunAsync(IProgress<FunctionEvent>? progress, CancellationToken stop)
    {
        var watched = new CountedFunctions(progress);
        // Few and quick, and a stop in the middle would be no clean end.
        await SettleInterruptedAsync(CancellationToken.None);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var live = new LiveIndex(index, useCases.Tally).KeepAsync(ended.Token);
        var webhooks = settings.Delivery.Providers?.Webhooks ?? [];
        await using var web = settings.Web is { } address && (webhooks.Count > 0 || settings.SchoolOffice is not null)
            ? await WebServer.StartAsync(address, webhooks, Store.Sender, useCases.SubmitScheduleChange, settings) : null;
        try
        {
            await Scheduler(watched).RunAsync(settings.Clock, stop);
        }
        finally
        {
            await ended.CancelAsync();
            await live;
        }

        await index.RebuildAsync(CancellationToken.None);
        return new(useCases.Tally.Summary, watched.SetAside, AllWell: true);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Store.DisposeAsync();
    }

    // Whoever was at work on a store of one's own is gone. In a shared one, time alone tells.
    private Task SettleInterruptedAsync(CancellationToken stop) =>
        Store.IsOwned ? useCases.ReconcileDeliveries.SettleInterruptedAsync(stop) : Task.CompletedTask;

    private OneMachineScheduler Scheduler(IProgress<FunctionEvent> progress) => new(
        FunctionCatalog.Of(typeof(Functions.SendNotice).Assembly, ShippedSettings.Find),
        services,
        Store.Tables,
        Store.Receiver,
        new SchedulerSettings(),
        services.GetRequiredService<ILogger<OneMachineScheduler>>())
    {
        Progress = progress,
    };
}
