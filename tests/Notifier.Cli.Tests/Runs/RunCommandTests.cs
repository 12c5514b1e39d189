using System.Diagnostics;
using Notifier.Adapters.Sqlite;
using Notifier.Testing;

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
    public async Task An_outbox_that_cannot_be_written_is_said_in_words_before_anything_is_sent()
    {
        var store = sample.Copy("blocked");
        var outbox = Path.Combine(store, "outbox");
        await File.WriteAllTextAsync(outbox, "in the way");

        var blocked = await CliRun.Of("run", "--data", store, "--once", "--at", StoredSample.Morning);
        File.Delete(outbox);
        var mended = await CliRun.Of("run", "--data", store, "--once", "--at", StoredSample.Morning);

        Assert.Equal(1, blocked.ExitCode);
        Assert.Contains("The outbox cannot be written", blocked.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", blocked.Error, StringComparison.Ordinal);
        Assert.Equal(0, mended.ExitCode);
        Assert.NotEmpty(OutboxContent.Of(store));
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

    [Fact]
    public async Task Without_once_it_runs_until_it_is_interrupted_and_then_ends_cleanly()
    {
        var store = sample.Copy("forever");
        using var process = CliProcess.Start(["run", "--data", store]);
        var output = process.StandardOutput.ReadToEndAsync();
        Assert.Contains("running", await process.StandardError.ReadLineAsync(), StringComparison.Ordinal);

        // The other signal of an end: Ctrl+C's is ignored by whatever a shell has started in the background.
        Process.Start("kill", $"-TERM {process.Id}").WaitForExit();
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, await output + error);
        Assert.True(File.Exists(Path.Combine(store, "outbox", "index.html")));
        await using var free = SqliteStore.Open(store, new FakeClock(CliRun.Morning));
    }

    [Fact]
    public async Task The_log_goes_to_standard_error_and_only_when_it_is_asked_for()
    {
        var quiet = await CliProcess.Run(["run", "--data", sample.Copy("quiet"), "--once", "--at", StoredSample.Morning]);
        var verbose = await CliProcess.Run(["run", "--data", sample.Copy("verbose"), "--once", "--at", StoredSample.Morning, "--verbose"]);

        Assert.Equal((0, 0), (quiet.ExitCode, verbose.ExitCode));
        Assert.DoesNotContain("Notifier.Application", quiet.Output + quiet.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Notifier.Application", verbose.Output, StringComparison.Ordinal);
        Assert.Contains("Notifier.Application", verbose.Error, StringComparison.Ordinal);
    }

    private static int Texts(string store) => OutboxContent.Files(store).Count(path => path.EndsWith(".txt", StringComparison.Ordinal));
}
