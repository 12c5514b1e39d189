using Notifier.Adapters.AzureRest;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Tests.AzureTables;

/// <summary>
/// The whole contract again, while a fifth of all calls go wrong: no row is inserted twice, no update is lost.
/// </summary>
public abstract class FaultyNetworkTests : EntityTableContract, IDisposable
{
    private readonly FaultyTransport network;

    protected FaultyNetworkTests(int seed)
    {
        network = new FaultyTransport(AzurePipeline.Network(), seed, percent: 20);
        Tables = AzureStores.Open(network);
    }

    protected override IEntityTables Tables { get; }

    protected override bool DeletionsOfNothingAreSeen => false;

    public void Dispose()
    {
        // A test with many calls that met no fault would prove nothing.
        Assert.True(network.Calls < 60 || network.Met(Fault.None) < network.Calls, "No call went wrong.");
        GC.SuppressFinalize(this);
    }
}

public sealed class FaultyNetworkSeed1Tests() : FaultyNetworkTests(1);

public sealed class FaultyNetworkSeed2Tests() : FaultyNetworkTests(2);
