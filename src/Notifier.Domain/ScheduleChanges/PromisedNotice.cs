using NodaTime;
using Notifier.Law;
using Notifier.PlanDates;

namespace Notifier.ScheduleChanges;

/// <summary>Which of a student's plans promises the family tomorrow's schedule.</summary>
public static class PromisedNotice
{
    /// <summary>The plan in force that carries the accommodation, the first in order of ids; null: none does.</summary>
    public static Plan? In(IReadOnlyList<PlanRecord> plans, IReadOnlyList<Accommodation> accommodations, LocalDate on) =>
        plans.FirstOrDefault(plan => !HasEnded(plan, on) && accommodations.Any(one =>
            one.PlanId == plan.Plan.PlanId && one.Kind == ScheduleChange.Accommodation))?.Plan;

    /// <summary>The student left, or the family ended the services: 34 CFR 300.300(b)(4).</summary>
    public static bool HasEnded(PlanRecord plan, LocalDate on) =>
        plan.Dates.Any(date => date.Kind is PlanDateKind.Exited or PlanDateKind.ServiceConsentRevoked && date.Date <= on);

    /// <summary>Every plan there was has ended: nothing is told any more.</summary>
    public static bool HasLeft(IReadOnlyList<PlanRecord> plans, LocalDate on) =>
        plans.Count > 0 && plans.All(plan => HasEnded(plan, on));
}
