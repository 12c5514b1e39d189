using Notifier.Adapters.Sqlite;
using Notifier.Application.Delivery;
using Notifier.Application.Evidence;
using Notifier.Application.PlanDates;
using Notifier.Cli.Sample;
using Notifier.Cli.Tests.Runs;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Demo;

public sealed class DemoCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Shows_the_whole_job_and_the_outbox_holds_exactly_what_the_ledger_says_was_delivered()
    {
        var run = await CliRun.Of("demo", "--out", folder.File("demo"));

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.All(
            ["What people typed wrong", "What is due", "Overdue longest", "Who was told", "reads this morning", "Do first: ", "reads once a week", "Annual reviews: ", "Spanish", "Tomorrow will not be as usual", "What could not be done", "Look around"],
            title => Assert.Contains(title, run.Output, StringComparison.Ordinal));
        var store = Path.Combine(folder.File("demo"), "data");
        var delivered = await DeliveredAsync(store);
        Assert.True(delivered.Count > 100);
        Assert.Equal(delivered, OutboxContent.Files(store).Select(NoticeIdOf).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(store, "outbox", "index.html")));

        // The changed day is told in both languages, at six by the recipient's clock.
        var changed = run.Output[run.Output.IndexOf("Tomorrow will not be as usual", StringComparison.Ordinal)..];
        Assert.Contains("Buses leave at 1:10 p.m.", changed, StringComparison.Ordinal);
        Assert.Contains("Los autobuses salen a la 1:10 p.m.", changed, StringComparison.Ordinal);
        Assert.Contains("from 18:00 to 18:00.", changed.ReplaceLineEndings(" "), StringComparison.Ordinal);

        // Every command that the demo offers works as it is printed.
        foreach (var line in run.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("notifier ", StringComparison.Ordinal)))
        {
            var offered = await CliRun.Of(line.Split(' ')[1..]);
            Assert.True(offered.ExitCode is 0 or 2 && !offered.Error.Contains("Help:", StringComparison.Ordinal), line + offered.Error);
        }
    }

    private static async Task<IReadOnlyList<string>> DeliveredAsync(string dataFolder)
    {
        await using var store = SqliteStore.Open(dataFolder, new FakeClock(CliRun.Morning));
        var ledger = new NoticeLedger(store.Tables, new EvidenceLedger(store.Tables));
        var ids = new List<string>();
        var staff = SampleStaff.All.Select(member => member.StaffId).Append(Recipient.DistrictContactId).Select(NoticeDue.LedgerOfStaff);
        await foreach (var studentId in new StudentFiles(store.Tables).StudentIdsAsync("cedar-valley", default).Concat(staff.ToAsyncEnumerable()))
        {
            await foreach (var notice in ledger.AllAsync("cedar-valley", studentId, default))
            {
                if (notice.State == NoticeState.Delivered)
                {
                    ids.Add(notice.NoticeId);
                }
            }
        }

        return [.. ids.Order(StringComparer.Ordinal)];
    }

    private static string NoticeIdOf(string path) => Path.GetFileNameWithoutExtension(path).Split('-')[1];
}
