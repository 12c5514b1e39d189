using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Application.PlanDates.Importing;

/// <summary>A date of a plan that came, went or moved.</summary>
/// <param name="Before">Null: it came.</param>
/// <param name="After">Null: it went.</param>
internal readonly record struct DateChange(PlanDate? Before, PlanDate? After)
{
    public bool Moved => Before is not null && After is not null && Before.Date != After.Date;

    /// <summary>In days; later is positive.</summary>
    public int Shift => Moved ? Period.DaysBetween(Before!.Date, After!.Date) : 0;

    /// <summary>As 3 April for 4 March: somebody read the month as the day.</summary>
    public bool MonthAndDayChanged =>
        Moved && Before!.Date.Year == After!.Date.Year && Before.Date.Month == After.Date.Day && Before.Date.Day == After.Date.Month;
}
