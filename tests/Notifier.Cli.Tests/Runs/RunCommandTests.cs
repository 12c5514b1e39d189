namespace Notifier.Cli.Tests.Runs;

public sealed class RunCommandTests(StoredSample sample) : IClassFixture<StoredSample>
{
    [Fact]
    public async Task The_same_day_twice_sends_nothing_twice()
    {
        var store = sample.Copy("twice");

        var first = await CliRun.Of("run", "--data", store, "--once", "--at", StoredSample.Morning);
        var sent = OutboxContent.Of(store);
        var second = await CliRun.Of("run", "--data", store, "--once", "--at", StoredSample.Morning);
        var later = await CliRun.Of("run", "--data", store, "--once", "--at", "2026-11-17T18:30:00Z");

        Assert.Equal([0, 0, 0], [first.ExitCode, second.ExitCode, later.ExitCode]);
        Assert.NotEmpty(sent);
        Assert.Equal(sent.Count, sent.Distinct().Count());
        Assert.Equal(sent, OutboxContent.Of(store));
        Assert.Contains("Notices sent", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Notices sent", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_be_sent_yet_is_sent_when_its_hour_has_come()
    {
        var store = sample.Copy("hours");

        await CliRun.Of("run", "--data", store, "--once", "--at", "2026-11-17T12:30:00Z");
        var early = Texts(store);
        await CliRun.Of("run", "--data", store, "--once", "--at", "2026-11-17T17:30:00Z");

        Assert.Equal(0, early);
        Assert.NotEqual(0, Texts(store));
    }

    [Fact]
    public async Task An_instant_without_once_is_bad_usage()
    {
        var run = await CliRun.Of("run", "--data", sample.Copy("usage"), "--at", StoredSample.Morning);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--at needs --once", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_store_is_bad_input()
    {
        var run = await CliRun.Of("run", "--data", Path.Combine(Path.GetTempPath(), "notifier-nowhere"), "--once");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("holds no store", run.Error, StringComparison.Ordinal);
    }

    private static int Texts(string store) => OutboxContent.Files(store).Count(path => path.EndsWith(".txt", StringComparison.Ordinal));
}
