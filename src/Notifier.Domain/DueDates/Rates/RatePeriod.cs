using NodaTime;

namespace Notifier.DueDates.Rates;

/// <summary>The days whose settled duties a rate counts.</summary>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
public sealed record RatePeriod(LocalDate From, LocalDate Through)
{
    private static readonly AnnualDate FirstDay = new(7, 1);

    /// <summary>The reporting year of the SPP/APR, 1 July to 30 June, up to a day.</summary>
    public static RatePeriod YearThrough(LocalDate day)
    {
        var first = FirstDay.InYear(day.Year);
        return new(first <= day ? first : FirstDay.InYear(day.Year - 1), day);
    }

    public bool Holds(LocalDate day) => day >= From && day <= Through;
}
