using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.Benchmarks;

/// <summary>
/// Plans a second of one core, by its processor time and by the clock on the wall: all obligations of IEPs, 504 plans and
/// evaluations in one population. Wanted: 1,000,000.
/// </summary>
internal static class DueDateBenchmark
{
    private const int Plans = 10_000;
    private const int Rounds = 7;
    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(1);

    /// <param name="args">Federal law first, then the states to hold against it.</param>
    public static int Run(string[] args)
    {
        string[] states = args.Length > 0 ? args : ["US", "CA", "TX", "FL", "IL", "MA", "GA"];
        var asOf = new LocalDate(2026, 11, 20);
        var plans = SamplePlans.Mixed(Plans);
        var calendar = SchoolCalendar.From(SamplePlans.Calendar, null);
        var calculators = states.Select(Calculator).ToArray();
        var rounds = states.Select(_ => new List<double>()).ToArray();
        var walls = states.Select(_ => new List<double>()).ToArray();
        var bytes = new double[states.Length];
        var dueDates = calculators.Select(each => plans.Sum(plan => (long)each.Calculate(plan, calendar, asOf).Count)).ToArray();

        // The states take turns, so that a slow second of the machine falls on all of them alike.
        for (var round = -1; round < Rounds; round++)
        {
            for (var index = 0; index < states.Length; index++)
            {
                (var perSecond, var onTheWall, bytes[index]) = Round(calculators[index], plans, calendar, asOf);
                if (round >= 0)
                {
                    rounds[index].Add(perSecond);
                    walls[index].Add(onTheWall);
                }
            }
        }

        for (var index = 0; index < states.Length; index++)
        {
            var ratio = rounds[index].Zip(rounds[0], (own, first) => own / first).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{states[index]}: {Median(rounds[index]):N0} plans/s of one core's time (median of {Rounds}; best {rounds[index].Max():N0}), "
                + $"{Median(walls[index]):N0} by the wall clock, {Median(ratio):P0} of {states[0]}, "
                + $"{bytes[index]:N0} bytes/plan, {(double)dueDates[index] / Plans:N1} due dates/plan"));
        }

        return 0;
    }

    private static DueDateCalculator Calculator(string state) => new(
        StateLaw.For(state),
        new District
        {
            DistrictId = "D1",
            Name = "A district",
            State = state,
            TimeZone = DateTimeZoneProviders.Tzdb["America/Chicago"],
        });

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static (double PerSecond, double OnTheWall, double BytesPerPlan) Round(
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

        var wall = watch.Elapsed;
        // Processor time leaves out what other work on the machine takes.
        process.Refresh();
        return (
            done / (process.TotalProcessorTime - processor).TotalSeconds, done / wall.TotalSeconds,
            (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / done);
    }
}
