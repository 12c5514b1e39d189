using System.Collections.Immutable;

namespace Notifier.DueDates.Rates;

/// <summary>
/// How many plans had a duty done in time, of those for which that was settled in a period. Each plan counts once: late, if
/// one of its duties of the kind was.
/// </summary>
public sealed record OnTimeRate
{
    public required RatedDuty Duty { get; init; }

    /// <summary>Above the line.</summary>
    public int OnTime { get; init; }

    /// <summary>Done late, each plan with its worst.</summary>
    public int LateDone { get; init; }

    /// <summary>Late and still not done.</summary>
    public int LateOpen { get; init; }

    /// <summary>Late, never done, and owed no more.</summary>
    public int LateOver { get; init; }

    /// <summary>In neither number.</summary>
    public IReadOnlyDictionary<LeftOutReason, int> LeftOut { get; init; } = ImmutableDictionary<LeftOutReason, int>.Empty;

    /// <summary>The fewest and the most days beyond the due date; null: nothing was late.</summary>
    public LateDays? DaysLate { get; init; }

    /// <summary>What was noted, with how many late plans it was noted for; the empty reason stands for none.</summary>
    public IReadOnlyDictionary<string, int> Reasons { get; init; } = ImmutableDictionary<string, int>.Empty;

    public int Late => LateDone + LateOpen + LateOver;

    /// <summary>Below the line.</summary>
    public int Settled => OnTime + Late;

    /// <summary>Tenths of a percent, never rounded up: 1000 is said only when nothing was late. Null: nothing was settled.</summary>
    public int? PerMille => Settled == 0 ? null : OnTime * 1000 / Settled;

    public static OnTimeRate Of(RatedDuty duty, IEnumerable<DutyCycle> cycles, RatePeriod period)
    {
        var plans = cycles
            .Where(cycle => cycle.Duty == duty && cycle.SettledOn is { } on && period.Holds(on))
            .GroupBy(cycle => cycle.PlanId, StringComparer.Ordinal)
            .Select(Worst)
            .ToList();
        var late = plans.Where(cycle => cycle.DaysLate > 0).ToList();
        return new()
        {
            Duty = duty,
            OnTime = Count(CycleStanding.OnTime),
            LateDone = Count(CycleStanding.LateDone),
            LateOpen = Count(CycleStanding.LateOpen),
            LateOver = Count(CycleStanding.LateOver),
            LeftOut = plans.Where(cycle => cycle.LeftOut is not null).CountBy(cycle => cycle.LeftOut!.Value)
                .ToImmutableSortedDictionary(),
            DaysLate = late.Count == 0 ? null : new(late.Min(cycle => cycle.DaysLate), late.Max(cycle => cycle.DaysLate)),
            Reasons = late.CountBy(cycle => cycle.DelayReason, StringComparer.OrdinalIgnoreCase)
                .ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase),
        };

        int Count(CycleStanding standing) => plans.Count(cycle => cycle.Standing == standing);
    }

    /// <summary>Those of several case managers together: no plan has two of them.</summary>
    public static OnTimeRate Together(RatedDuty duty, IEnumerable<OnTimeRate> rates)
    {
        var all = rates.Where(rate => rate.Duty == duty).ToList();
        var late = all.Where(rate => rate.DaysLate is not null).Select(rate => rate.DaysLate!).ToList();
        return new()
        {
            Duty = duty,
            OnTime = all.Sum(rate => rate.OnTime),
            LateDone = all.Sum(rate => rate.LateDone),
            LateOpen = all.Sum(rate => rate.LateOpen),
            LateOver = all.Sum(rate => rate.LateOver),
            LeftOut = all.SelectMany(rate => rate.LeftOut).GroupBy(one => one.Key)
                .ToImmutableSortedDictionary(same => same.Key, same => same.Sum(one => one.Value)),
            DaysLate = late.Count == 0 ? null : new(late.Min(days => days.Fewest), late.Max(days => days.Most)),
            Reasons = all.SelectMany(rate => rate.Reasons).GroupBy(one => one.Key, StringComparer.OrdinalIgnoreCase)
                .ToImmutableSortedDictionary(same => same.Key, same => same.Sum(one => one.Value), StringComparer.OrdinalIgnoreCase),
        };
    }

    // Late before in time before left out; of the late ones the latest.
    private static DutyCycle Worst(IEnumerable<DutyCycle> ofOnePlan) => ofOnePlan
        .OrderByDescending(cycle => cycle.DaysLate)
        .ThenBy(cycle => cycle.Standing == CycleStanding.LeftOut)
        .ThenBy(cycle => cycle.DueOn)
        .First();
}
