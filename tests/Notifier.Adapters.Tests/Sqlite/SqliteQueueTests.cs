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

    [Fact]
    public async Task The_oldest_message_is_the_one_that_could_be_taken_first_and_none_that_waits_or_is_in_hand()
    {
        static QueueMessage Message(string id, NodaTime.Instant? notBefore) => new() { MessageId = id, Body = "{}"u8.ToArray(), NotBefore = notBefore };
        Assert.Null(await store.Queues.OldestAsync("things", default));
        await store.Queues.SendAsync(
            "things", [Message("later", Clock.GetCurrentInstant() + NodaTime.Duration.FromHours(1)), Message("a", null), Message("b", null)], default);

        var first = await store.Queues.OldestAsync("things", default);
        Assert.NotNull(first);
        var taken = await store.Queues.ReceiveAsync("things", 1, Clock.GetCurrentInstant(), NodaTime.Duration.FromMinutes(5), default);
        Assert.Equal("a", Assert.Single(taken).MessageId);
        Assert.NotEqual(first, await store.Queues.OldestAsync("things", default));
        await store.Queues.AbandonAsync(taken[0], "again", default);
        Assert.Equal(first, await store.Queues.OldestAsync("things", default));
    }

    public void Dispose()
    {
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        folder.Dispose();
    }
}
