using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Storage;
using Notifier.CrashChild;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Crash;

/// <summary>
/// A real process, really killed, at moments that depend on the seed: what the store had confirmed is there, whole, and
/// nothing else is.
/// </summary>
public sealed class KilledStoreTests
{
    private const int KillsPerFolder = 10;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_was_confirmed_before_a_kill_is_there_and_nothing_by_halves(int seed)
    {
        using var folder = new TempFolder();
        var random = new Random(seed);
        var confirmed = new Confirmed();
        for (var kill = 0; kill < KillsPerFolder; kill++)
        {
            // Every fourth while it starts: it releases locks and may bring the log into the file.
            var (lines, milliseconds) = kill % 4 == 3 ? (1, random.Next(40, 400)) : (random.Next(2, 400), 30_000);
            confirmed.Add(await CrashChild.RunAndKillAsync(folder.Path, $"{kill}", lines, milliseconds));

            await using var store = SqliteStore.Open(folder.Path, new FakeClock(Instant.FromUtc(2030, 1, 1, 0, 0)));
            await CheckLedgerAsync(store, confirmed);
            await CheckMessagesAsync(store, confirmed);
        }

        Assert.True(confirmed.Count > 300, $"Only {confirmed.Count} writes were confirmed: the proof is too weak.");
        Assert.NotEmpty(confirmed.Completed);
    }

    private static async Task CheckLedgerAsync(SqliteStore store, Confirmed confirmed)
    {
        var ledgers = new Dictionary<string, List<ChildRow>>();
        await foreach (var row in store.Tables.Open("Ledger").QueryPartitionsAsync("0", "a", ChildRows.Default.ChildRow, default))
        {
            (ledgers.TryGetValue(row.PartitionKey, out var rows) ? rows : ledgers[row.PartitionKey] = []).Add(row);
        }

        foreach (var (writer, number) in confirmed.Written)
        {
            Assert.True(ledgers.ContainsKey(writer), $"{writer} lost everything.");
            var head = Assert.Single(ledgers[writer], row => row.RowKey == "head").Number;

            // What was under way when it was killed may be there, too: all of it or nothing.
            Assert.InRange(head, number, number + 1);
        }

        foreach (var (writer, rows) in ledgers)
        {
            var head = Assert.Single(rows, row => row.RowKey == "head").Number;
            var evidence = rows.Where(row => row.RowKey.StartsWith("evidence|", StringComparison.Ordinal)).Select(row => row.Number);
            var claims = rows.Where(row => row.RowKey.StartsWith("claim|", StringComparison.Ordinal)).Select(row => row.Number);
            Assert.Equal(Enumerable.Range(1, head), evidence);
            Assert.Equal(Enumerable.Range(1, head).Where(n => n % 10 != 5 || n + 5 > head), claims);
        }
    }

    private static async Task CheckMessagesAsync(SqliteStore store, Confirmed confirmed)
    {
        var handled = new HashSet<string>();
        await foreach (var row in store.Tables.Open("Handled").QueryAsync("handled", RowRange.All, ChildRows.Default.ChildRow, default))
        {
            handled.Add(row.RowKey);
        }

        // Looked at only: closing the store gives them back.
        var waiting = await store.Queues.ReceiveAsync(
            "crash", int.MaxValue, Instant.FromUtc(2200, 1, 1, 0, 0), Duration.FromHours(1), default);
        var ids = waiting.Select(message => message.MessageId).ToHashSet();
        Assert.Equal(waiting.Count, ids.Count);
        Assert.Empty(ids.Intersect(confirmed.Completed));
        Assert.Empty(confirmed.Completed.Except(handled));
        await foreach (var aside in store.Queues.ListAsync("crash", default))
        {
            Assert.Fail($"{aside.MessageId} was set aside: {aside.Reason}");
        }

        foreach (var (sender, number) in confirmed.Sent)
        {
            var sent = Enumerable.Range(1, number).SelectMany(n => new[] { $"{sender}-{n}-a", $"{sender}-{n}-b" });
            Assert.All(sent, id => Assert.True(ids.Contains(id) || handled.Contains(id), $"{id} is lost."));
        }

        foreach (var id in ids.Concat(handled))
        {
            var sender = id[..id.LastIndexOf('-')];
            var number = int.Parse(sender[(sender.LastIndexOf('-') + 1)..], null);
            var last = confirmed.Sent.GetValueOrDefault(sender[..sender.LastIndexOf('-')]);
            Assert.True(number <= last + 1, $"{id} was never sent.");
            var twin = id[..^1] + (id[^1] == 'a' ? 'b' : 'a');
            Assert.True(ids.Contains(twin) || handled.Contains(twin), $"{id} is there without {twin}, sent in the same call.");
        }
    }
}
