using System.Diagnostics;
using System.Globalization;

namespace Notifier.Benchmarks.Providers;

/// <summary>The process's memory as the system counts it, every second while something runs.</summary>
internal sealed class MemorySamples : IAsyncDisposable
{
    /// <summary>More than this, from the second tenth of the run to the last, is not flat. Before it, caches fill.</summary>
    private const double MostGrowth = 1.15;

    private readonly List<long> megabytes = [];
    private readonly CancellationTokenSource ended = new();
    private readonly Task sampling;

    public MemorySamples() => sampling = Task.Run(SampleAsync);

    public async Task<(bool IsFlat, string Words)> EndAsync()
    {
        await ended.CancelAsync();
        await sampling;
        var tenths = megabytes.Chunk(Math.Max(1, (megabytes.Count + 9) / 10)).Select(some => some.Max()).ToList();
        var growth = (double)tenths[^1] / tenths[Math.Min(1, tenths.Count - 1)];
        var isFlat = growth <= MostGrowth;
        return (isFlat, string.Create(
            CultureInfo.InvariantCulture,
            $"working set by tenths {string.Join(", ", tenths)} MB: {(isFlat ? "flat" : "NOT FLAT")} ({growth - 1:+0 %;-0 %;0 %} from the second tenth to the last)"));
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await sampling;
        ended.Dispose();
    }

    private async Task SampleAsync()
    {
        using var process = Process.GetCurrentProcess();
        do
        {
            process.Refresh();
            megabytes.Add(process.WorkingSet64 >> 20);
            await Task.Delay(TimeSpan.FromSeconds(1), ended.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        while (!ended.IsCancellationRequested);
    }
}
