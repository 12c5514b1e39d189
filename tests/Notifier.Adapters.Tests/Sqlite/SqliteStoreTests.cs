using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Sqlite;

/// <summary>Opening, closing and opening again; every data folder that cannot be used says so.</summary>
public sealed class SqliteStoreTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 21, 18, 0));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_written_is_there_when_the_store_is_opened_again()
    {
        ContractRow read;
        await using (var store = Open())
        {
            await Write(store, "r", "kept");
            read = (await Read(store, "r"))!;
            await store.Queues.SendAsync("plan-changes", [Message("m")], default);
        }

        await using var again = Open();

        Assert.Equal(read, await Read(again, "r"));
        Assert.Single(await Receive(again));
    }

    [Fact]
    public async Task A_version_given_before_the_store_was_closed_is_not_given_again()
    {
        ContractRow read;
        await using (var store = Open())
        {
            await Write(store, "r", "same");
            read = (await Read(store, "r"))!;
        }

        await using var again = Open();
        await Write(again, "r", "same");

        Assert.NotEqual(read.ETag, (await Read(again, "r"))!.ETag);
    }

    [Fact]
    public async Task A_message_id_is_remembered_when_the_store_is_opened_again()
    {
        await using (var store = Open())
        {
            await store.Queues.SendAsync("plan-changes", [Message("m")], default);
            await store.Queues.CompleteAsync(Assert.Single(await Receive(store)), default);
        }

        await using var again = Open();
        await again.Queues.SendAsync("plan-changes", [Message("m")], default);

        Assert.Empty(await Receive(again));
    }

    [Fact]
    public async Task A_message_in_the_hands_of_a_process_that_ended_comes_again_and_its_delivery_does_not_count()
    {
        ReceivedMessage held;
        await using (var store = Open())
        {
            await store.Queues.SendAsync("plan-changes", [Message("m")], default);
            held = Assert.Single(await Receive(store));
        }

        await using var again = Open();

        var message = Assert.Single(await Receive(again));
        Assert.Equal(1, message.DeliveryCount);
        await Assert.ThrowsAsync<MessageLockLostException>(() => again.Queues.CompleteAsync(held, default));
    }

    [Fact]
    public async Task A_message_that_seems_to_end_every_process_is_set_aside_in_the_end()
    {
        await using (var store = Open())
        {
            await store.Queues.SendAsync("plan-changes", [Message("deadly")], default);
        }

        for (var death = 0; death < 50; death++)
        {
            await using var store = Open();
            Assert.Single(await Receive(store));
        }

        await using var last = Open();

        Assert.Empty(await Receive(last));
        await foreach (var aside in last.Queues.ListAsync("plan-changes", default))
        {
            Assert.Equal("deadly", aside.MessageId);
            return;
        }

        Assert.Fail("It is neither on the queue nor set aside.");
    }

    [Fact]
    public async Task A_folder_in_use_says_by_which_process()
    {
        await using var store = Open();

        var refused = Assert.Throws<StoreException>(() => Open());

        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refused.Problem, StringComparison.Ordinal);
        Assert.Equal(folder.Path, refused.Place);
    }

    [Fact]
    public void A_file_is_no_data_folder()
    {
        var path = folder.File("notes.txt");
        File.WriteAllText(path, "mine");

        var refused = Assert.Throws<StoreException>(() => SqliteStore.Open(path, clock));

        Assert.Equal(path, refused.Place);
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_or_written_to_says_so()
    {
        // Nobody, not even root, makes files there.
        var path = OperatingSystem.IsWindows() ? @"\\?\nul\notifier" : "/proc/self/notifier";

        var refused = Assert.Throws<StoreException>(() => SqliteStore.Open(path, clock));

        Assert.Contains("cannot be written to", refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_a_newer_version_is_left_as_it_is()
    {
        await using (var store = Open())
        {
            await Write(store, "r", "kept");
        }

        Sql($"PRAGMA user_version = {StoreSchema.Version + 1}");
        var before = File.ReadAllBytes(folder.File(StoreFile.Name));

        var refused = Assert.Throws<StoreException>(() => Open());

        Assert.Contains("newer version", refused.Problem, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder.File(StoreFile.Name)));
    }

    [Fact]
    public void Another_programs_database_is_left_as_it_is()
    {
        Sql("CREATE TABLE recipes (name TEXT)");

        var refused = Assert.Throws<StoreException>(() => Open());

        Assert.Contains("another program's", refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_as_it_is()
    {
        File.WriteAllText(folder.File(StoreFile.Name), new string('x', 10_000));

        var refused = Assert.Throws<StoreException>(() => Open());

        Assert.Contains("damaged", refused.Problem, StringComparison.Ordinal);
        Assert.Equal(10_000, new FileInfo(folder.File(StoreFile.Name)).Length);
    }

    [Fact]
    public async Task A_damaged_file_fails_the_read_and_never_returns_less()
    {
        await using (var store = Open())
        {
            for (var number = 0; number < 200; number++)
            {
                await Write(store, $"{number:D3}", new string('x', 2_000));
            }
        }

        using (var file = new FileStream(folder.File(StoreFile.Name), FileMode.Open, FileAccess.Write))
        {
            file.Seek(200_000, SeekOrigin.Begin);
            file.Write(new byte[8_192]);
        }

        await using var damaged = Open();

        var refused = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await foreach (var _ in damaged.Tables.Open("Rows").QueryAsync("p", RowRange.All, ContractRows.Default.ContractRow, default))
            {
            }
        });
        Assert.Contains("damaged", refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_refusal_the_folder_is_free_again()
    {
        Sql("PRAGMA user_version = 99; CREATE TABLE x (y)");
        Assert.Throws<StoreException>(() => Open());
        File.Delete(folder.File(StoreFile.Name));

        await using var store = Open();

        Assert.Null(await Read(store, "r"));
    }

    [Fact]
    public async Task A_closed_store_refuses_further_use()
    {
        var store = Open();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Write(store, "r", "late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Read(store, "r"));
    }

    private static Task Write(SqliteStore store, string rowKey, string text) => store.Tables.Open("Rows").UpsertAsync(
        new ContractRow { PartitionKey = "p", RowKey = rowKey, Text = text }, ContractRows.Default.ContractRow, default);

    private static Task<ContractRow?> Read(SqliteStore store, string rowKey) =>
        store.Tables.Open("Rows").GetAsync("p", rowKey, ContractRows.Default.ContractRow, default);

    private static QueueMessage Message(string id) => new() { MessageId = id, Body = "{}"u8.ToArray() };

    private Task<IReadOnlyList<ReceivedMessage>> Receive(SqliteStore store) => store.Queues.ReceiveAsync(
        "plan-changes", 10, clock.GetCurrentInstant(), Duration.FromHours(1), default);

    private SqliteStore Open() => SqliteStore.Open(folder.Path, clock);

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File(StoreFile.Name)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
