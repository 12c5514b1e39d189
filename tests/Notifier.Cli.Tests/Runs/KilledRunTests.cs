using System.Diagnostics;
using Notifier.Cli.Sample;
using Xunit.Abstractions;

namespace Notifier.Cli.Tests.Runs;

/// <summary>The program is really killed, again and again, at moments spread over its whole run.</summary>
public sealed class KilledRunTests(StoredSample sample, ITestOutputHelper output) : IClassFixture<StoredSample>
{
    private const int FewestKills = 100;

    [Fact]
    public async Task A_run_killed_at_any_moment_and_started_again_loses_nothing_and_repeats_nothing()
    {
        var whole = sample.Copy("whole");
        var watch = Stopwatch.StartNew();
        await RunToTheEndAsync(whole);
        var length = watch.Elapsed;
        var expected = OutboxContent.Of(whole);
        Assert.True(expected.Count > 30, $"Only {expected.Count} notices: too few to prove anything.");
        Assert.True(expected.Count(words => words.StartsWith("digest ", StringComparison.Ordinal)) > 5, "Hardly a digest among them.");

        var (kills, halfway) = (0, 0);
        for (var seed = 0; kills < FewestKills; seed++)
        {
            var random = new SampleRandom((ulong)seed);
            var store = sample.Copy($"seed-{seed}");
            while (await IsKilledAsync(store, Moment(random, length, expected.Count)))
            {
                kills++;
                halfway += OutboxContent.Files(store).Count is var files && files > 0 && files < expected.Count ? 1 : 0;
            }

            await RunToTheEndAsync(store);
            var told = OutboxContent.Of(store);
            var aside = await CliRun.Of("set-aside", "--data", store);
            Assert.True(
                expected.SequenceEqual(told),
                $"Seed {seed}: {told.Count} notices instead of {expected.Count}. {aside.Output}\nLost:\n{string.Join('\n', expected.Except(told))}\n"
                + $"Not expected:\n{string.Join('\n', told.Except(expected))}\nTwice:\n{string.Join('\n', told.GroupBy(text => text).Where(same => same.Count() > 1).Select(same => same.Key))}");
            output.WriteLine($"seed {seed}: {kills} kills so far");
            Directory.Delete(store, recursive: true);
        }

        output.WriteLine($"{kills} kills, {halfway} of them with some of {expected.Count} notices written; a whole run takes {length.TotalSeconds:0.0} s.");
        Assert.True(halfway >= FewestKills / 10, $"Only {halfway} of {kills} kills came while notices were being written.");
    }

    /// <summary>
    /// When to kill: after a time anywhere in the run, or at the moment so many notices are written, which hits the
    /// sending itself however slow the machine is.
    /// </summary>
    private static Func<string, CancellationToken, Task> Moment(SampleRandom random, TimeSpan length, int notices)
    {
        var after = length * random.Below(1000) / 1000;
        var files = random.Between(1, notices);
        return random.Chance(50) ? (_, stop) => Task.Delay(after, stop) : async (store, stop) =>
        {
            while (OutboxContent.Files(store).Count < files)
            {
                await Task.Delay(1, stop);
            }
        };
    }

    /// <returns>False when the process ended by itself first.</returns>
    private static async Task<bool> IsKilledAsync(string store, Func<string, CancellationToken, Task> moment)
    {
        using var process = CliProcess.Start(Once(store));
        using var waiting = new CancellationTokenSource();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = process.WaitForExitAsync();
        var moved = await Task.WhenAny(ended, moment(store, waiting.Token)) != ended;
        await waiting.CancelAsync();
        process.Kill();
        await ended;
        Assert.True(moved || process.ExitCode == 0, $"It failed by itself: {await output}{await error}");
        return process.ExitCode != 0;
    }

    private static async Task RunToTheEndAsync(string store)
    {
        var run = await CliProcess.Run(Once(store));

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    private static string[] Once(string store) => ["run", "--data", store, "--once", "--at", StoredSample.Morning];
}
