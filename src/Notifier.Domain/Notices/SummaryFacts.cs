using NodaTime;
using Notifier.DueDates.Rates;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>Everything a supervisor's summary of the week may say: numbers, plans and case managers, no child's name.</summary>
public sealed record SummaryFacts
{
    public required District District { get; init; }

    public required Recipient Recipient { get; init; }

    /// <summary>Whose summary it is, where somebody stands in; null: the recipient's own.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>The day whose view it is.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The whole weeks since the last summary.</summary>
    public required RatePeriod Week { get; init; }

    public required RatePeriod Year { get; init; }

    /// <summary>In the order of <see cref="RatedDuty.All"/>.</summary>
    public required IReadOnlyList<OnTimeRate> WeekRates { get; init; }

    public required IReadOnlyList<OnTimeRate> YearRates { get; init; }

    /// <summary>What became late in the week, in any order; of very many the most overdue.</summary>
    public required IReadOnlyList<SummaryLine> Late { get; init; }

    /// <summary>All that is late and not done now.</summary>
    public required int OpenCount { get; init; }

    /// <summary>Of them, in any order; of very many the most overdue.</summary>
    public required IReadOnlyList<SummaryLine> Open { get; init; }

    /// <summary>Somebody has to know: something was settled in the week, or is overdue.</summary>
    public bool SaysSomething => OpenCount > 0 || WeekRates.Any(rate => rate.Settled > 0 || rate.LeftOut.Count > 0);
}
