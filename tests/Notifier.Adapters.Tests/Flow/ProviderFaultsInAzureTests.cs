using Notifier.Adapters.Tests.AzureTables;
using Notifier.Adapters.Tests.ServiceBus;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.ServiceBus;

namespace Notifier.Adapters.Tests.Flow;

/// <summary>
/// The same faults over Azurite and a stand-in for Service Bus: of every five hundred seeds one, and more with
/// NOTIFIER_FAULT_SEEDS. Runs in short calls, one a share.
/// </summary>
public sealed class ProviderFaultsInAzureTests
{
    private const int OneIn = 500;

    private const int Share = 10;

    public static TheoryData<int> Shares => [.. Enumerable.Range(0, Math.Max(1, ProviderFaultTests.Seeds / OneIn / Share))];

    [Theory]
    [MemberData(nameof(Shares))]
    public async Task Nobody_hears_twice_and_nothing_ends_without_a_recorded_outcome(int share)
    {
        for (var seed = share * Share; seed < (share + 1) * Share; seed++)
        {
            var clock = new FakeClock(FaultScene.Start);
            await using var bus = await ServiceBusStandIn.StartAsync(clock);
            var (tables, sender) = (AzureStores.Open(), StandInNamespace.Sender(bus, clock));
            await FaultScene.PrepareTheReminderDayAsync(tables, sender, bus, clock);

            await ProviderFaultTests.PlayAsync(seed, ProviderFaultScene.OfOneDay(seed, clock, tables, sender, bus, () => bus));
        }
    }
}
