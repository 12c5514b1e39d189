using System.Globalization;
using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Queues;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Sqlite;

/// <summary>Somebody imports, or looks, while somebody else runs the store.</summary>
public sealed class JoinedStoreTests : IDisposable
{
    private const string Queue = "plan-changes";

    private readonly TempFolder folder = new();
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 21, 18, 0));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Joining_leaves_messages_in_the_owners_hands()
    {
        await using var owner = SqliteStore.Open(folder.Path, clock);
        await owner.Queues.SendAsync(Queue, [Message("m")], default);
        var held = Assert.Single(await ReceiveAsync(owner));

        await using (SqliteStore.Join(folder.Path, clock))
        {
            Assert.Empty(await ReceiveAsync(owner));
        }

        await owner.Queues.CompleteAsync(held, default);
        clock.Advance(Duration.FromHours(1));
        Assert.Empty(await ReceiveAsync(owner));
    }

    [Fact]
    public async Task What_one_writes_the_other_reads_and_a_version_is_good_once()
    {
        await using var owner = SqliteStore.Open(folder.Path, clock);
        await using var joined = SqliteStore.Join(folder.Path, clock);
        await WriteAsync(owner, "r", "owner's");
        var read = (await ReadAsync(joined, "r"))!;

        Assert.True(await joined.Tables.Open("Rows").ReplaceAsync(read with { Text = "joined" }, ContractRows.Default.ContractRow, default));
        Assert.False(await owner.Tables.Open("Rows").ReplaceAsync(read with { Text = "late" }, ContractRows.Default.ContractRow, default));
        Assert.Equal("joined", (await ReadAsync(owner, "r"))!.Text);
    }

    [Fact]
    public async Task Both_write_at_once_and_nothing_is_lost()
    {
        await using var owner = SqliteStore.Open(folder.Path, clock);
        await using var joined = SqliteStore.Join(folder.Path, clock);

        await Task.WhenAll(((SqliteStore[])[owner, joined]).Select((store, writer) => Task.Run(async () =>
        {
            for (var row = 0; row < 100; row++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{writer}-{row}");
                await WriteAsync(store, id, id);
                await store.Queues.SendAsync(Queue, [Message(id)], default);
            }
        })));

        var received = new HashSet<string>();
        while (await ReceiveAsync(owner) is { Count: > 0 } some)
        {
            received.UnionWith(some.Select(one => one.MessageId));
        }

        Assert.Equal(200, received.Count);
        Assert.Equal("1-99", (await ReadAsync(owner, "1-99"))!.Text);
        Assert.Equal("0-99", (await ReadAsync(joined, "0-99"))!.Text);
    }

    [Fact]
    public async Task The_first_to_join_makes_the_store_and_its_owner_may_come_later()
    {
        await using var joined = SqliteStore.Join(folder.File("new"), clock);
        await joined.Queues.SendAsync(Queue, [Message("m")], default);

        await using var owner = SqliteStore.Open(folder.File("new"), clock);

        Assert.Single(await ReceiveAsync(owner));
    }

    private static QueueMessage Message(string id) => new() { MessageId = id, Body = new byte[] { 1 } };

    private static Task WriteAsync(SqliteStore store, string row, string text) => store.Tables.Open("Rows").UpsertAsync(
        new ContractRow { PartitionKey = "p", RowKey = row, Text = text }, ContractRows.Default.ContractRow, default);

    private static Task<ContractRow?> ReadAsync(SqliteStore store, string row) =>
        store.Tables.Open("Rows").GetAsync("p", row, ContractRows.Default.ContractRow, default);

    private Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(SqliteStore store) =>
        store.Queues.ReceiveAsync(Queue, 32, clock.GetCurrentInstant(), Duration.FromMinutes(5), default);
}
