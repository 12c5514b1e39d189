using System.Text;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Evidence;
using Notifier.Application.Queues;
using Notifier.Evidence;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

public sealed class StoreCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();

    private string Store => folder.File("store");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder.File("district"));
        new TinyDistrict().Write(folder.File("district"));
        await CliRun.Of("import", folder.File("district"), "--data", Store);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("problems")]
    [InlineData("set-aside")]
    [InlineData("backup", "--to", "never-made")]
    [InlineData("evidence", "--student", "S1")]
    public async Task A_folder_without_a_store_is_bad_input_and_stays_empty(params string[] args)
    {
        var run = await CliRun.Of([.. args, "--data", folder.File("elsewhere")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("holds no store", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("elsewhere")));
    }

    [Fact]
    public async Task Evidence_is_shown_in_order_and_checked()
    {
        await AppendAsync(EvidenceKind.NoticePlanned, EvidenceKind.AttemptStarted);

        var run = await CliRun.Of("evidence", "--data", Store, "--student", "S1");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"(?s)NoticePlanned.*AttemptStarted.*2 entries; the record is whole\.", run.Output);
    }

    [Fact]
    public async Task Evidence_of_an_unknown_student_or_district_is_bad_input()
    {
        var student = await CliRun.Of("evidence", "--data", Store, "--student", "S99");
        var district = await CliRun.Of("evidence", "--data", Store, "--student", "S1", "--district", "other");

        Assert.Equal([2, 2], [student.ExitCode, district.ExitCode]);
        Assert.Contains("no evidence about a student 'S99'", student.Error, StringComparison.Ordinal);
        Assert.Contains("no district 'other'. It holds: tiny", district.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_set_aside_is_listed_with_its_reason_and_put_back()
    {
        await SetAsideAsync("the reason");

        var listed = await CliRun.Of("set-aside", "--data", Store);
        var putBack = await CliRun.Of("set-aside", "--data", Store, "--put-back");
        var after = await CliRun.Of("set-aside", "--data", Store);

        Assert.Matches(@"(?s)delivery-events.*m1.*the reason.*1 message was set aside", listed.Output);
        Assert.Contains("back on their queues", putBack.Output, StringComparison.Ordinal);
        Assert.Contains("0 messages were set aside", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_needs_a_person_is_said_so()
    {
        var run = await CliRun.Of("problems", "--data", Store);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Nothing needs a person.", run.Output, StringComparison.Ordinal);
    }

    private async Task AppendAsync(params EvidenceKind[] kinds)
    {
        await using var store = SqliteStore.Open(Store, new FakeClock(CliRun.Morning));
        var ledger = new EvidenceLedger(store.Tables);
        var entries = kinds.Select(kind => new EvidenceEntry { Kind = kind, At = CliRun.Morning, StudentId = "S1" });
        Assert.True(await ledger.AppendAsync(await ledger.HeadAsync("tiny", "S1", default), [], [.. entries], default));
    }

    private async Task SetAsideAsync(string reason)
    {
        await using var store = SqliteStore.Open(Store, new FakeClock(CliRun.Morning));
        var message = new QueueMessage { MessageId = "m1", Body = Encoding.UTF8.GetBytes("{}") };
        await store.Queues.SendAsync(QueueNames.DeliveryEvents, [message], default);
        var received = await store.Queues.ReceiveAsync(
            QueueNames.DeliveryEvents, 1, CliRun.Morning, NodaTime.Duration.FromMinutes(1), default);
        await store.Queues.SetAsideAsync(Assert.Single(received), reason, default);
    }
}
