using NodaTime;
using Notifier.Adapters.ServiceBus;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Queues;
using Notifier.Testing.ServiceBus;

namespace Notifier.Adapters.Tests.ServiceBus;

/// <summary>The contract of queues: sent over the wire, received as the trigger would.</summary>
public abstract class ServiceBusQueueTests : QueueContract, IAsyncLifetime
{
    private readonly Random? faults;
    private ServiceBusStandIn? standIn;
    private ServiceBusSender? sender;

    protected ServiceBusQueueTests(int? seed) => faults = seed is { } number ? new Random(number) : null;

    protected override IQueueSender Sender => sender!;

    protected override IQueueReceiver Receiver => standIn!;

    protected override ISetAsideMessages SetAside => standIn!;

    // The scheduled time on the wire has whole seconds.
    protected override Duration Lateness => Duration.FromSeconds(1);

    public async Task InitializeAsync()
    {
        standIn = await ServiceBusStandIn.StartAsync(Clock);
        standIn.NextFault = faults is null ? null : Next;
        sender = StandInNamespace.Sender(standIn, Clock);
    }

    public async Task DisposeAsync() => await standIn!.DisposeAsync();

    private StandInFault Next()
    {
        lock (faults!)
        {
            // Not the one that waits for a time-out: it has a test of its own.
            return faults.Next(100) < 25 ? (StandInFault)faults.Next(1, (int)StandInFault.NeverAnswers) : StandInFault.None;
        }
    }
}

public sealed class ServiceBusOnAGoodDayTests() : ServiceBusQueueTests(seed: null);

public sealed class ServiceBusOnABadDayTests() : ServiceBusQueueTests(seed: 1);

public sealed class ServiceBusOnAnotherBadDayTests() : ServiceBusQueueTests(seed: 2);
