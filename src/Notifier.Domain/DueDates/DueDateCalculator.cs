using NodaTime;
using Notifier.Calendars;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.DueDates;

/// <summary>Every due date of a plan, by the law of one state and the policies of one district.</summary>
public sealed class DueDateCalculator(StateLaw law, District district)
{
    /// <summary>The due dates of a plan, in the order of the obligation catalog.</summary>
    /// <param name="plan">The plan with all dates on record, in any order.</param>
    /// <param name="calendar">The calendar of the student's building.</param>
    /// <param name="asOf">The day whose view is asked for: it decides statuses, never dates.</param>
    public IReadOnlyList<DueDate> Calculate(PlanRecord plan, SchoolCalendar calendar, LocalDate asOf) =>
        throw new NotSupportedException($"{law.State} {district.DistrictId} {plan.Plan.PlanId} {calendar} {asOf}");

    /// <summary>The same due dates, each with its reasons.</summary>
    public IReadOnlyList<ExplainedDueDate> Explain(PlanRecord plan, SchoolCalendar calendar, LocalDate asOf) =>
        throw new NotSupportedException($"{law.State} {district.DistrictId} {plan.Plan.PlanId} {calendar} {asOf}");
}
