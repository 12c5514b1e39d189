using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Sqlite;

public sealed class SqliteBackupTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 21, 18, 0));

    private string Data => folder.File("data");

    private string Copy => folder.File("copy.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_copy_made_while_both_tables_are_written_is_one_moment_of_the_store()
    {
        using var stop = new CancellationTokenSource();
        await using var store = SqliteStore.Open(Data, clock);
        await WriteBothAsync(store, 0);
        var writing = Task.Run(async () =>
        {
            for (var number = 1; !stop.IsCancellationRequested; number++)
            {
                await WriteBothAsync(store, number);
            }
        });

        for (var copies = 0; copies < 5; copies++)
        {
            var before = await CountAsync(store, "First");
            SqliteBackup.Write(Data, Copy);

            await using var restored = Restore(copies);
            var (first, second) = (await CountAsync(restored, "First"), await CountAsync(restored, "Second"));
            Assert.InRange(first, before, int.MaxValue);
            // The second is written after the first.
            Assert.InRange(first - second, 0, 1);
        }

        await stop.CancelAsync();
        await writing;
        Assert.Equal(["copy.db"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Messages_are_in_the_copy_and_handled_by_whoever_opens_it()
    {
        await using (var store = SqliteStore.Open(Data, clock))
        {
            await store.Queues.SendAsync("plan-changes", [new QueueMessage { MessageId = "m", Body = "{}"u8.ToArray() }], default);
            SqliteBackup.Write(Data, Copy);
        }

        await using var restored = Restore(0);
        Assert.Single(await restored.Queues.ReceiveAsync("plan-changes", 9, clock.GetCurrentInstant(), Duration.FromMinutes(1), default));
    }

    [Fact]
    public async Task A_damaged_store_is_not_taken_for_a_backup_and_the_last_good_copy_stays()
    {
        await using (var store = SqliteStore.Open(Data, clock))
        {
            for (var number = 0; number < 200; number++)
            {
                await WriteBothAsync(store, number);
            }
        }

        SqliteBackup.Write(Data, Copy);
        var good = await File.ReadAllBytesAsync(Copy);
        var file = Path.Combine(Data, "notifier.db");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes.AsSpan(8192, 8192).Fill(0xAA);
        await File.WriteAllBytesAsync(file, bytes);

        var refused = Assert.Throws<StoreException>(() => SqliteBackup.Write(Data, Copy));

        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
        Assert.Equal(good, await File.ReadAllBytesAsync(Copy));
        Assert.Equal(["copy.db"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    private SqliteStore Restore(int number)
    {
        var data = Directory.CreateDirectory(folder.File($"restored-{number}")).FullName;
        File.Copy(Copy, Path.Combine(data, "notifier.db"));
        return SqliteStore.Open(data, clock);
    }

    private static async Task WriteBothAsync(SqliteStore store, int number)
    {
        foreach (var table in (string[])["First", "Second"])
        {
            await store.Tables.Open(table).InsertAsync(
                new ContractRow { PartitionKey = "p", RowKey = $"{number:D8}", Text = new string('x', 100) }, ContractRows.Default.ContractRow, default);
        }
    }

    private static async Task<int> CountAsync(SqliteStore store, string table) => await store.Tables.Open(table)
        .QueryAsync("p", RowRange.All, ContractRows.Default.ContractRow, default).CountAsync();
}
