using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Notifier.Adapters.DistrictFolders;
using Notifier.Adapters.Sqlite;
using Notifier.Application.PlanDates;
using Notifier.Testing;

namespace Notifier.Benchmarks.Importing;

/// <summary>
/// Imports folders of 10,000 and 100,000 plans into SQLite, each in a process of its own: seconds, and the most memory
/// the process ever held. Then the same folder again, and once more with one plan in a hundred changed.
/// </summary>
internal static class ImportBenchmark
{
    public static int Run(string[] args)
    {
        if (args is ["one", var plans])
        {
            return RunOneAsync(int.Parse(plans, CultureInfo.InvariantCulture)).GetAwaiter().GetResult();
        }

        foreach (var size in args.Length > 0 ? args : ["10000", "100000"])
        {
            using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["import", "one", size]))!;
            child.WaitForExit();
            if (child.ExitCode != 0)
            {
                return child.ExitCode;
            }
        }

        return 0;
    }

    private static async Task<int> RunOneAsync(int plans)
    {
        using var temp = new TempFolder();
        var folder = temp.File("folder");
        BigFolder.Write(folder, plans);
        var clock = new FakeClock(Instant.FromUtc(2026, 11, 20, 18, 0));
        Console.WriteLine($"{plans:N0} plans");

        var watch = Stopwatch.StartNew();
        using (var reading = new DistrictFolderReader(clock).Read(folder, Fail))
        {
            Print("check", watch, $"{reading.Counts.Sum(file => file.Rows):N0} rows");
        }

        await using var store = SqliteStore.Open(temp.File("data"), clock);
        await ImportAsync("import", store, folder, clock, plans);
        await ImportAsync("import again", store, folder, clock, 0);
        File.AppendAllLines(Path.Combine(folder, "plan-dates.csv"), Enumerable.Range(0, plans / 100).Select(i => $"P{i * 100:D6},iepAmended,2026-11-19,"));
        await ImportAsync("one in a hundred changed", store, folder, clock, plans / 100);

        watch.Restart();
        var read = 0;
        var files = new StudentFiles(store.Tables);
        await foreach (var id in files.StudentIdsAsync("BIG", default))
        {
            read += id.Length > 0 ? 1 : 0;
        }

        Print("all student ids", watch, $"{read:N0}");
        watch.Restart();
        for (var i = 0; i < 10_000; i++)
        {
            _ = await files.GetAsync("BIG", $"S{i % plans:D6}", default) ?? throw new InvalidOperationException("A student is lost.");
        }

        Print("10,000 students read", watch, "");
        return 0;
    }

    private static async Task ImportAsync(string what, SqliteStore store, string folder, IClock clock, int changes)
    {
        var watch = Stopwatch.StartNew();
        using var reading = new DistrictFolderReader(clock).Read(folder, Fail);
        var read = watch.Elapsed;
        var result = await new ImportDistrictFolder(store.Tables, store.Queues, clock).RunAsync(reading, confirmed: false, null, default);
        if (result.Outcome != ImportOutcome.Imported || result.ChangesSent != changes)
        {
            throw new InvalidOperationException($"{result.Outcome}, {result.ChangesSent} changes sent instead of {changes}.");
        }

        Print(what, watch, $"{read.TotalSeconds:F1} s of it reading");
    }

    private static void Fail(ImportProblem problem) => throw new InvalidOperationException(problem.ToString());

    private static void Print(string what, Stopwatch watch, string more)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {what,-26} {watch.Elapsed.TotalSeconds,7:F2} s   cpu so far {process.TotalProcessorTime.TotalSeconds,7:F2} s   peak {process.PeakWorkingSet64 >> 20,5} MB   heap {GC.GetTotalMemory(false) >> 20,5} MB   {more}"));
    }
}
