using System.Diagnostics;
using System.Globalization;
using Notifier.Testing.Flow;

namespace Notifier.Benchmarks.ScheduleChanges;

/// <summary>
/// A year of schedule changes through the real use cases, in memory: the share of evening texts inside their window, and the
/// time it takes. Wanted: every text that was announced in time, for 5,000 plans and 200 changes in under 60 seconds.
/// </summary>
internal static class YearBenchmark
{
    public static int Run(string[] args) => RunAsync(
        args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5_000,
        args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(int plans, int changes)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var year = await new YearOfChanges(plans, changes).PlayAsync();
        watch.Stop();

        Console.WriteLine(
            $"{plans:N0} plans, {year.Promised:N0} of them with the promise; {changes:N0} changes in {year.Posts:N0} posts; {year.Texts:N0} texts.");
        Console.WriteLine(
            $"Announced in time: {year.InWindow:N0} of {year.Owed:N0} evening texts inside their window "
            + $"({(year.Owed == 0 ? 1 : (double)year.InWindow / year.Owed):P3}); {year.OutsideHours} outside the hours, {year.Wrong.Count} last words untrue.");
        Console.WriteLine($"{watch.Elapsed.TotalSeconds:N1} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:N1} s of processor time");
        foreach (var wrong in year.Wrong.Take(10))
        {
            Console.Error.WriteLine(wrong);
        }

        return year.InWindow == year.Owed && year.OutsideHours == 0 && year.Wrong.Count == 0 ? 0 : 1;
    }
}
