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

    /// <param name="args">Federal law first, then the states to hold against it.</param>
    public static int Run(string[] args)
    {
        string[] states = args.Length > 0 ? args : ["US", "CA", "TX", "FL", "IL", "MA", "GA"];
        var asOf = new LocalDate(2026, 11, 20);
        var plans = SamplePlans.Mixed(Plans);
        var calendar = SchoolCalendar.From(SamplePlans.Calendar, null);
        var calculators = states.Select(Calculator).ToArray();
        var rounds = states.Select(_ => new List<double>()).ToArray();
        var bytes = new double[states.Length];
        var dueDates = calculators.Select(each => plans.Sum(plan => (long)each.Calculate(plan, calendar, asOf).Count)).ToArray();

        // The states take turns, so that a slow second of the machine falls on all of them alike.
        for (var round = -1; round < Rounds; round++)
        {
            for (var index = 0; index < states.Length; index++)
            {
                (var perSecond, bytes[index]) = Round(calculators[index], plans, calendar, asOf);
                if (round >= 0)
                {
                    rounds[index].Add(perSecond);
                }
            }
        }

        for (var index = 0; index < states.Length; index++)
        {
            var median = rounds[index].Order().ElementAt(Rounds / 2);
            var ratio = rounds[index].Zip(rounds[0], (own, first) => own / first).Order().ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{states[index]}: {median:N0} plans/s (median of {Rounds}; best {rounds[index].Max():N0}), {ratio:P0} of {states[0]}, "
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
