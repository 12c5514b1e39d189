using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Benchmarks;

/// <summary>Plans a second of processor time: all obligations of IEPs, 504 plans and evaluations in one population.</summary>
internal static class DueDateBenchmark
{
    private const int Plans = 10_000;
    private const int Rounds = 7;
    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(1);

    public static int Run(string[] args)
    {
        string[] states = args.Length > 0 ? args : ["US", "TX"];
        foreach (var state in states)
        {
            Measure(state);
        }

        return 0;
    }

    private static void Measure(string state)
    {
        var district = new District
        {
            DistrictId = "D1",
            Name = "A district",
            State = state,
            TimeZone = DateTimeZoneProviders.Tzdb["America/Chicago"],
        };
        var calculator = new DueDateCalculator(StateLaw.For(state), district);
        var calendar = SchoolCalendar.From(SamplePlans.Calendar, null);
        var plans = SamplePlans.Mixed(Plans);
        var asOf = new LocalDate(2026, 11, 20);

        var dueDates = plans.Sum(plan => (long)calculator.Calculate(plan, calendar, asOf).Count);
        Round(calculator, plans, calendar, asOf);
        var best = 0.0;
        var all = new List<double>();
        var bytes = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            (var perSecond, bytes) = Round(calculator, plans, calendar, asOf);
            best = Math.Max(best, perSecond);
            all.Add(perSecond);
        }

        all.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{state}: {all[Rounds / 2]:N0} plans/s (median of {Rounds}; best {best:N0}), "
            + $"{bytes:N0} bytes/plan, {(double)dueDates / Plans:N1} due dates/plan"));
    }

    private static (double PerSecond, double BytesPerPlan) Round(
        DueDateCalculator calculator, IReadOnlyList<PlanRecord> plans, SchoolCalendar calendar, LocalDate asOf)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var done = 0L;
        while (watch.Elapsed < RoundLength)
        {
            for (var index = 0; index < plans.Count; index++)
            {
                calculator.Calculate(plans[index], calendar, asOf);
            }

            done += plans.Count;
        }

        // Processor time, not the clock on the wall: other work on the machine does not count.
        process.Refresh();
        return (done / (process.TotalProcessorTime - processor).TotalSeconds, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / done);
    }
}
