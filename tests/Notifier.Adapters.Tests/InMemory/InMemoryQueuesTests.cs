using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Queues;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.InMemory;

/// <summary>The queues other tests run on keep the same contract.</summary>
public sealed class InMemoryQueuesTests : QueueContract
{
    private readonly InMemoryQueues queues;

    public InMemoryQueuesTests() => queues = new InMemoryQueues(Clock);

    protected override IQueueSender Sender => queues;

    protected override IQueueReceiver Receiver => queues;

    protected override ISetAsideMessages SetAside => queues;
}
