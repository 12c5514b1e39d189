using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Notifier.Testing.Azurite;

namespace Notifier.Benchmarks.AzureTables;

/// <summary>
/// The table adapter and Microsoft.Azure.Cosmos.Table in turns, in one process and before one Azurite. Goals: at least 1.5
/// times the operations per CPU second, at most a fifth of the allocated bytes. Set the variable named below to another
/// number of spins (70 is what processes have) to see what they cost both.
/// </summary>
internal static class AzureTableBenchmark
{
    private const int Rounds = 11;

    // Both are judged as they run in a host that has been up for a while: the compiler works in the background for long
    // after the first calls, in rounds of either, and its processor time is neither's.
    private const int MostWarmUps = 30;
    private const int FewCompiled = 5;

    private const double LeastSpeed = 1.5;
    private const double MostAllocation = 0.2;

    private static readonly (string Name, int Operations, Func<ITableWork, int, Task> Run)[] Works =
    [
        ("insert", 600, (tables, number) => tables.InsertAsync(number)),
        ("transaction of 100", 20, (tables, number) => tables.TransactAsync(number)),
        ("query of 1000", 15, (tables, number) => tables.QueryAsync(number)),
    ];

    // While the emulator works, threads of the pool that have nothing to do burn more processor time than either side
    // spends on a call. It is read when a process starts, so the measuring is done in one of its own.
    private const string PoolSpins = "DOTNET_ThreadPool_UnfairSemaphoreSpinLimit";

    public static int Run(string[] args)
    {
        if (Environment.GetEnvironmentVariable(PoolSpins) is not null)
        {
            return RunAsync().GetAwaiter().GetResult();
        }

        using var quiet = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Entry(), "azure-tables", .. args])
        {
            Environment = { [PoolSpins] = "0" },
        })!;
        quiet.WaitForExit();
        return quiet.ExitCode;
    }

    private static async Task<int> RunAsync()
    {
        using var server = AzuriteServer.Start();
        var ours = new OurTables(server.NewAccount());
        var theirs = new CosmosTables(server.NewAccount());
        await ours.PrepareAsync();
        await theirs.PrepareAsync();
        Console.WriteLine("| operation | adapter | ops/s | ops per CPU second | bytes each |");
        Console.WriteLine("|---|---|---:|---:|---:|");
        var met = true;
        foreach (var (name, operations, run) in Works)
        {
            var (one, other) = (new List<Measured>(), new List<Measured>());
            var (warmUps, settled) = (0, false);
            for (var round = 0; one.Count < Rounds; round++)
            {
                var compiled = JitInfo.GetCompiledMethodCount();
                var mine = await Measured.OfAsync(operations, round * operations, number => run(ours, number));
                var beside = await Measured.OfAsync(operations, round * operations, number => run(theirs, number));
                if (settled)
                {
                    one.Add(mine);
                    other.Add(beside);
                    continue;
                }

                warmUps++;
                settled = warmUps == MostWarmUps || JitInfo.GetCompiledMethodCount() - compiled < FewCompiled;
            }

            Console.WriteLine($"| {name} | warm-up rounds, {(warmUps < MostWarmUps ? "compiled" : "still compiling")} | {warmUps} | | |");
            Write(name, ours.Name, one);
            Write(name, theirs.Name, other);
            var speed = Median(one.Zip(other, (mine, beside) => mine.PerCpuSecond / beside.PerCpuSecond));
            var allocation = Median(one.Zip(other, (mine, beside) => mine.BytesEach / beside.BytesEach));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | ratio | | {speed:F2} | {allocation:F3} |"));
            met &= speed >= LeastSpeed && allocation <= MostAllocation;
        }

        Console.WriteLine(met ? "Both goals are met." : "A goal is missed.");
        return met ? 0 : 1;
    }

    // Started as "dotnet Notifier.Benchmarks.dll" or by its own name.
    private static string[] Entry() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(AzureTableBenchmark).Assembly.Location] : [];

    // The middle round: what else the machine did in one of them does not count.
    private static double Median(IEnumerable<double> rounds) => rounds.Order().ElementAt(Rounds / 2);

    private static void Write(string operation, string adapter, List<Measured> rounds) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {operation} | {adapter} | {Median(rounds.Select(round => round.PerSecond)):F0} "
        + $"| {Median(rounds.Select(round => round.PerCpuSecond)):F0} | {Median(rounds.Select(round => round.BytesEach)):F0} |"));
}
