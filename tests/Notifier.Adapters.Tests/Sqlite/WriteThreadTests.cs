using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Sqlite;

/// <summary>Writes that share a commit, and what happens when one of them, or the disk, fails.</summary>
public sealed class WriteThreadTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 21, 18, 0));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_write_that_fails_does_not_take_its_neighbours_with_it()
    {
        await using var file = OpenWrites();
        using var gate = new ManualResetEventSlim();
        // Holds the thread, so that the next three share one commit.
        var first = file.WriteAsync(_ => Wait(gate), default);
        var before = file.WriteAsync(writer => writer.Queues.Send("plan-changes", [Row("before")]), default);
        var failing = file.WriteAsync<int>(_ => throw new InvalidOperationException("mine alone"), default);
        var after = file.WriteAsync(writer => writer.Queues.Send("plan-changes", [Row("after")]), default);
        gate.Set();

        Assert.True(await first);
        Assert.Equal(1, await before);
        Assert.Equal("mine alone", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Equal(1, await after);
    }

    [Fact]
    public async Task A_full_disk_is_said_in_words_and_everything_confirmed_before_is_kept()
    {
        var confirmed = new List<string>();
        StoreException? full = null;
        await using (var store = SqliteStore.Open(folder.Path, clock, null, mostPages: 100))
        {
            for (var number = 0; full is null && number < 1_000; number++)
            {
                try
                {
                    await store.Tables.Open("Rows").InsertAsync(BigRow(number), ContractRows.Default.ContractRow, default);
                    confirmed.Add($"{number:D4}");
                }
                catch (StoreException cause)
                {
                    full = cause;
                }
            }

            // What makes no use of new space still works.
            Assert.True(await store.Tables.Open("Rows").DeleteAsync("p", confirmed[^1], null, default));
        }

        Assert.NotNull(full);
        Assert.Contains("full", full.Problem, StringComparison.Ordinal);
        await using var again = SqliteStore.Open(folder.Path, clock);
        var kept = new List<string>();
        await foreach (var row in again.Tables.Open("Rows").QueryAsync("p", RowRange.All, ContractRows.Default.ContractRow, default))
        {
            kept.Add(row.RowKey);
        }

        Assert.Equal(confirmed[..^1], kept);
    }

    [Fact]
    public async Task Closing_finishes_the_writes_under_way()
    {
        var store = SqliteStore.Open(folder.Path, clock);
        var writes = Enumerable.Range(0, 200)
            .Select(n => store.Tables.Open("Rows").InsertAsync(BigRow(n), ContractRows.Default.ContractRow, default))
            .ToList();

        await store.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), Assert.True);
    }

    [Fact]
    public async Task Many_small_durable_writes_share_their_commits()
    {
        await using var store = SqliteStore.Open(folder.Path, clock);
        var table = store.Tables.Open("Rows");
        const int callers = 64;
        const int each = 50;
        var commits = new FileInfo(folder.File($"{StoreFile.Name}-wal")).Length;

        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var number = 0; number < each; number++)
            {
                await table.InsertAsync(
                    new ContractRow { PartitionKey = "p", RowKey = $"{caller}|{number}", Text = "x" },
                    ContractRows.Default.ContractRow,
                    default);
            }
        })));

        // A commit of its own for each write would put two pages of 4 KB into the log each time.
        var written = new FileInfo(folder.File($"{StoreFile.Name}-wal")).Length - commits;
        Assert.True(written < callers * each * 4_096, $"{written:N0} bytes of log for {callers * each} writes.");
    }

    private static bool Wait(ManualResetEventSlim gate)
    {
        gate.Wait();
        return true;
    }

    private static SentRow Row(string id) => new(id, [], Moments.AtOnce);

    private static ContractRow BigRow(int number) =>
        new() { PartitionKey = "p", RowKey = $"{number:D4}", Text = new string('x', 5_000) };

    private WriteThread OpenWrites()
    {
        var file = new StoreFile(folder.File(StoreFile.Name));
        return new WriteThread(file.OpenForWriting(clock, QueueRules.Default, isOwner: true, null), file);
    }
}
