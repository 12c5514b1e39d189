using Notifier.Adapters.Sqlite;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Queues;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Sqlite;

public sealed class SqliteQueueTests : QueueContract, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteStore store;

    public SqliteQueueTests() => store = SqliteStore.Open(folder.Path, Clock);

    protected override IQueueSender Sender => store.Queues;

    protected override IQueueReceiver Receiver => store.Queues;

    protected override ISetAsideMessages SetAside => store.Queues;

    public void Dispose()
    {
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        folder.Dispose();
    }
}
