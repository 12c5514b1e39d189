using Notifier.Benchmarks.AzureTables;
using Notifier.Benchmarks.Importing;
using Notifier.Benchmarks.StartUp;
using Notifier.Benchmarks;
using Notifier.Benchmarks.Providers;
using Notifier.Benchmarks.ScheduleChanges;

// One line per benchmark: the name on the command line, and what runs it.
var benchmarks = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["azure-tables"] = AzureTableBenchmark.Run,
    ["due-dates"] = DueDateBenchmark.Run,
    ["import"] = ImportBenchmark.Run,
    ["notices"] = NoticesPerSecond.Run,
    ["providers"] = ProviderLoad.Run,
    [FakesProcess.Name] = _ => FakesProcess.Run(),
    ["run-calls"] = DailyRunCalls.Run,
    ["start-up"] = StartUpBenchmark.Run,
    ["year"] = YearBenchmark.Run,
};

if (args.Length > 0 && benchmarks.TryGetValue(args[0], out var run))
{
    return run(args[1..]);
}

Console.Error.WriteLine($"Name a benchmark: {string.Join(", ", benchmarks.Keys.Order(StringComparer.Ordinal))}");
return 2;
