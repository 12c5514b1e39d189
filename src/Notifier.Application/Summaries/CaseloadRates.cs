using Notifier.DueDates.Rates;

namespace Notifier.Application.Summaries;

/// <summary>The on-time rates of one case manager's plans on one day.</summary>
public sealed record CaseloadRates
{
    // A mail names no more than these; the numbers are of all.
    private const int MostNamed = 25;

    public required string CaseManagerId { get; init; }

    /// <summary>In the order of <see cref="RatedDuty.All"/>.</summary>
    public required IReadOnlyList<OnTimeRate> Year { get; init; }

    /// <summary>The same of the weeks since the last summary.</summary>
    public required IReadOnlyList<OnTimeRate> Week { get; init; }

    /// <summary>What became late in the week, the most overdue first.</summary>
    public required IReadOnlyList<DutyCycle> Late { get; init; }

    /// <summary>How many duties are late and not done now, since whenever.</summary>
    public required int OpenCount { get; init; }

    /// <summary>Those of them that are named, the most overdue first.</summary>
    public required IReadOnlyList<DutyCycle> Open { get; init; }

    public static CaseloadRates Of(string caseManagerId, IReadOnlyCollection<DutyCycle> cycles, RatePeriod week, RatePeriod year)
    {
        var open = Late(cycles, cycle => cycle.Standing == CycleStanding.LateOpen).ToList();
        return new()
        {
            CaseManagerId = caseManagerId,
            Year = [.. RatedDuty.All.Select(duty => OnTimeRate.Of(duty, cycles, year))],
            Week = [.. RatedDuty.All.Select(duty => OnTimeRate.Of(duty, cycles, week))],
            Late = [.. Late(cycles, cycle => cycle.DaysLate > 0 && week.Holds(cycle.SettledOn!.Value)).Take(MostNamed)],
            OpenCount = open.Count,
            Open = [.. open.Take(MostNamed)],
        };

        static IEnumerable<DutyCycle> Late(IEnumerable<DutyCycle> all, Func<DutyCycle, bool> which) => all.Where(which)
            .OrderByDescending(cycle => cycle.DaysLate).ThenBy(cycle => cycle.PlanId, StringComparer.Ordinal)
            .ThenBy(cycle => cycle.Duty.Id, StringComparer.Ordinal);
    }
}
