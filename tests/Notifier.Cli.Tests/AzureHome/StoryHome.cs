using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Adapters.Templates;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Evidence;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Application.ScheduleChanges;
using Notifier.Application.Storage;
using Notifier.Cli.Scheduling;
using Notifier.Functions.Composition;
using Notifier.Functions.Settings;
using Notifier.ScheduleChanges;
using Notifier.Testing;
using Notifier.Testing.Azurite;
using Notifier.Testing.Flow;
using Notifier.Testing.Flow.Stories;
using Notifier.Testing.ServiceBus;

namespace Notifier.Cli.Tests.AzureHome;

/// <summary>
/// A home whose function classes are called by their attributes: timers by the clock, messages as the trigger hands them
/// on. Either as Program.cs puts the Azure home together, on Azurite and a stand-in for Service Bus, or on SQLite.
/// </summary>
internal sealed class StoryHome : IStoryHome, IAsyncDisposable
{
    private readonly Func<ValueTask> close;
    private readonly ServiceProvider services;
    private readonly OneMachineScheduler scheduler;
    private readonly FakeClock clock;

    private StoryHome(IServiceCollection services, IQueueReceiver receiver, FakeClock clock, FakeChannel channel, Func<ValueTask> close)
    {
        (this.clock, this.close, Channel) = (clock, close, channel);
        // Set last, so that it takes the place of the channel of the settings.
        this.services = services.AddSingleton<IDeliveryChannel>(channel).AddLogging().BuildServiceProvider();
        scheduler = new OneMachineScheduler(
            FunctionCatalog.Of(typeof(Functions.SendNotice).Assembly, ShippedSettings.Find), this.services, Tables, receiver,
            // One at a time, so that two homes do the same in the same order.
            new SchedulerSettings { Concurrency = 1 }, NullLogger<OneMachineScheduler>.Instance);
    }

    public FakeChannel Channel { get; }

    public Instant Now => clock.GetCurrentInstant();

    public UseCases UseCases => services.GetRequiredService<UseCases>();

    private IEntityTables Tables => services.GetRequiredService<IEntityTables>();

    private IQueueSender Queue => services.GetRequiredService<IQueueSender>();

    public static async Task<StoryHome> InAzureAsync(FakeClock clock, FakeChannel channel)
    {
        var bus = await ServiceBusStandIn.StartAsync(clock, QueueNames.All.ToHashSet());
        var account = AzuriteServer.Shared.NewAccount();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Notifier:Storage:Account"] = account.Name,
            ["Notifier:Storage:Endpoint"] = account.Endpoint.AbsoluteUri,
            ["Notifier:Storage:EmulatorKey"] = account.Key,
            ["Notifier:ServiceBus:StandIn"] = bus.Endpoint.AbsoluteUri,
            ["Notifier:ServiceBus:StandInKeyName"] = ServiceBusStandIn.KeyName,
            ["Notifier:ServiceBus:StandInKey"] = ServiceBusStandIn.Key,
            ["Notifier:Delivery:Mode"] = "outbox",
            ["Notifier:Outbox:Folder"] = "never-written",
        }).Build();
        return new(new ServiceCollection().AddNotifier(settings, clock), bus, clock, channel, bus.DisposeAsync);
    }

    public static StoryHome OnSqlite(string folder, FakeClock clock, FakeChannel channel)
    {
        var store = SqliteStore.Open(folder, clock);
        var services = new ServiceCollection()
            .AddSingleton(store.Tables)
            .AddSingleton<IQueueSender>(store.Queues)
            .AddSingleton(provider => new UseCases(
                store.Tables, store.Queues, provider.GetRequiredService<IDeliveryChannel>(),
                new NoticeComposer(new HandlebarsTemplates()), clock))
            .AddFunctionsOf(provider => provider.GetRequiredService<UseCases>());
        return new(services, store.Queues, clock, channel, store.DisposeAsync);
    }

    public Task ImportAsync(DistrictFile district, params IEnumerable<StudentFile> students) =>
        new ImportDistrictFolder(Tables, Queue, clock)
            .RunAsync(new GivenDistrict(district, students), confirmed: true, null, CancellationToken.None);

    public Task AnnounceAsync(ScheduleChange change) => Queue.SendAsync(
        QueueNames.ScheduleChanges,
        [new QueueMessage { MessageId = $"{change.ChangeId}-{change.Version}", Body = ScheduleChangeText.Write(change) }],
        CancellationToken.None);

    public Task ReceiveAsync(QueueMessage report) =>
        Queue.SendAsync(QueueNames.DeliveryEvents, [report], CancellationToken.None);

    public void StandStillUntil(Instant end) => clock.MoveTo(end);

    /// <summary>Once a day and at the end, each time everything that is due then.</summary>
    public async Task RunUntilAsync(Instant end)
    {
        for (var at = Now; at < end; at += Duration.FromDays(1))
        {
            clock.MoveTo(at);
            await RunOnceAsync();
        }

        clock.MoveTo(end);
        await RunOnceAsync();
    }

    public async Task<IReadOnlyList<EvidenceRow>> EvidenceAsync() =>
        await UseCases.Evidence.ReadAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None).ToListAsync();

    public async Task<IReadOnlyList<NoticeRow>> NoticesAsync() =>
        await UseCases.Notices.AllAsync(OakHill.DistrictId, OakHill.StudentId, CancellationToken.None).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await close();
    }

    private async Task RunOnceAsync() =>
        Assert.True(await scheduler.RunOnceAsync(clock.GetCurrentInstant(), CancellationToken.None));
}
