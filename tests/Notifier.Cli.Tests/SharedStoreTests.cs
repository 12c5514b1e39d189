using NodaTime;
using Notifier.Cli.Stores;
using Notifier.Delivery;
using Notifier.Functions.Settings;
using Notifier.PlanDates;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Cli.Tests;

/// <summary>What a home may conclude from an attempt that it finds open when it starts.</summary>
public sealed class SharedStoreTests : IDisposable
{
    private readonly TempFolder folder = new();

    private readonly FakeClock clock = new(OakHill.At(2026, 10, 13, 7));

    private readonly InMemoryTables tables = new();

    private readonly FakeChannel provider = new();

    private readonly InMemoryQueues queues;

    private readonly FlowWorld world;

    public SharedStoreTests()
    {
        queues = new InMemoryQueues(clock);
        // Dies between the provider's answer and the word of it in the store.
        var dying = new WatchedTables(tables, (_, _) => _ = provider.Messages.Count > 0 ? throw new CrashException("") : 0, (_, _) => { });
        world = new FlowWorld(dying, queues, queues, provider, clock);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Of_its_own_store_it_was_interrupted_and_in_a_shared_one_somebody_may_be_at_it(bool owned, bool staysOpen)
    {
        await world.ImportAsync(OakHill.District(), OakHill.Family(
            new PlanDate(Law.PlanDateKind.IepMeetingHeld, new LocalDate(2025, 11, 14))));
        await Assert.ThrowsAsync<CrashException>(world.RunHourAsync);
        var looking = new FlowWorld(tables, queues, queues, provider, clock);
        var attempting = Assert.Single(await looking.NoticesAsync(), row => row.State == NoticeState.Attempting);

        // Younger than any attempt that the sweep of every five minutes would settle.
        clock.Advance(Duration.FromSeconds(10));
        await using var home = await OneMachine.OpenAsync(new()
        {
            DataFolder = folder.Path,
            Clock = clock,
            Delivery = new() { Mode = DeliveryMode.Outbox },
            OpenStore = _ => new HomeStore
            {
                Tables = tables,
                Sender = queues,
                Receiver = queues,
                SetAside = queues,
                IsOwned = owned,
                Close = () => ValueTask.CompletedTask,
            },
        });
        await home.RunOnceAsync([clock.GetCurrentInstant()], progress: null, CancellationToken.None);

        var row = Assert.Single(await looking.NoticesAsync(), one => one.NoticeId == attempting.NoticeId);
        Assert.Equal(staysOpen, row.State == NoticeState.Attempting && row.Attempt == attempting.Attempt);
    }
}
