using Notifier.Adapters.Tests.AzureTables;
using Notifier.Adapters.Tests.ServiceBus;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.ServiceBus;

namespace Notifier.Adapters.Tests.Flow;

/// <summary>The scenes of the fault injection over Azurite and a stand-in for Service Bus; runs in short calls, one a shard.</summary>
public sealed class FaultsInAzureTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(27)]
    [InlineData(59)]
    public async Task Nobody_hears_twice_and_nothing_is_lost_silently(int seed)
    {
        var clock = new FakeClock(FaultScene.Start);
        await using var bus = await ServiceBusStandIn.StartAsync(clock);
        var scene = new FaultScene(seed, clock, AzureStores.Open(), StandInNamespace.Sender(bus, clock), bus, () => bus);

        await scene.RunAsync();

        var wrong = await FaultFindings.AllAsync(scene);
        Assert.True(wrong.Count == 0, $"{string.Join("; ", wrong)}. What broke: {string.Join(", ", scene.Faults.Happened)}.");
        Assert.NotEmpty(scene.Channel.Messages);
    }
}
