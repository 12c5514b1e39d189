using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.DueDates.Rates;

namespace Notifier.Application.Summaries;

/// <summary>
/// Reads the on-time rates of a whole district from the students' files: what is due is computed from the plans as they
/// stand, so what was recorded late is counted where it belongs.
/// </summary>
public static class DistrictRates
{
    // The weeks looked back on in July begin in June, or in May after a long closure.
    private const int MonthsBefore = 2;

    /// <summary>What was settled since about July 1, and all that is open now, however old.</summary>
    /// <param name="students">Of one district.</param>
    /// <param name="rules">That district's.</param>
    /// <param name="asOf">The day whose view is asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<DutyCycle> CyclesAsync(
        IAsyncEnumerable<StudentFile> students, DistrictRules rules, LocalDate asOf,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = RatePeriod.YearThrough(asOf).From.PlusMonths(-MonthsBefore);
        await foreach (var student in students.WithCancellation(cancellationToken))
        {
            var calendar = rules.CalendarOf(student.Student.SchoolId);
            foreach (var cycle in student.Plans.SelectMany(plan => DutyCycles.Of(plan, rules.Calculator, calendar, from, asOf)))
            {
                yield return cycle;
            }
        }
    }

    /// <summary>The same by case manager, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<CaseloadRates>> ReadAsync(
        IAsyncEnumerable<StudentFile> students, DistrictRules rules, RatePeriod week, LocalDate asOf,
        CancellationToken cancellationToken)
    {
        var caseloads = new SortedDictionary<string, List<DutyCycle>>(StringComparer.Ordinal);
        await foreach (var cycle in CyclesAsync(students, rules, asOf, cancellationToken))
        {
            if (!caseloads.TryGetValue(cycle.CaseManagerId, out var cycles))
            {
                caseloads.Add(cycle.CaseManagerId, cycles = []);
            }

            cycles.Add(cycle);
        }

        var year = RatePeriod.YearThrough(asOf);
        return [.. caseloads.Select(one => CaseloadRates.Of(one.Key, one.Value, week, year))];
    }
}
