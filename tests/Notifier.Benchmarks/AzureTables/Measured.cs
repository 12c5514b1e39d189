using System.Diagnostics;

namespace Notifier.Benchmarks.AzureTables;

/// <summary>What some operations took of this process; Azurite is another and does not count.</summary>
internal readonly record struct Measured(int Operations, double Seconds, double CpuSeconds, long Bytes)
{
    public double PerSecond => Operations / Seconds;

    public double PerCpuSecond => Operations / CpuSeconds;

    public double BytesEach => (double)Bytes / Operations;

    /// <param name="operations">How many, several at a time.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="run">One operation.</param>
    public static async Task<Measured> OfAsync(int operations, int first, Func<int, Task> run)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (cpu, bytes, watch) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        await Parallel.ForEachAsync(
            Enumerable.Range(first, operations),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, _) => await run(number));
        watch.Stop();
        process.Refresh();
        return new Measured(
            operations,
            watch.Elapsed.TotalSeconds,
            (process.TotalProcessorTime - cpu).TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
