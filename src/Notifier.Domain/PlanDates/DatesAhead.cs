using NodaTime;
using Notifier.Law;

namespace Notifier.PlanDates;

/// <summary>Tells what may be planned from what has happened: only the first may lie ahead.</summary>
public static class DatesAhead
{
    private static readonly HashSet<PlanDateKind> Planned =
    [
        PlanDateKind.MeetingScheduled, PlanDateKind.CompletionDateAgreed, PlanDateKind.ActionPlanned, PlanDateKind.HearingScheduled,
        PlanDateKind.PrivatePlacementPlanned, PlanDateKind.GoalDue, PlanDateKind.InterimPlacementStarted,

        // A graduation is known months ahead, and so may be the end of services.
        PlanDateKind.Exited,
    ];

    /// <summary>Whether a date of this kind may be put on record before its day.</summary>
    public static bool MayBe(PlanDateKind kind) => Planned.Contains(kind);

    /// <summary>
    /// The plan as far as it can be true today: a meeting "held" next year is a slip of the pen, and believing it would
    /// silence the meeting that is owed now.
    /// </summary>
    /// <param name="plan">The plan with its dates.</param>
    /// <param name="today">The district's date.</param>
    public static PlanRecord LeftOut(PlanRecord plan, LocalDate today) =>
        plan.Dates.Any(date => IsWrong(date, today))
            ? plan with { Dates = [.. plan.Dates.Where(date => !IsWrong(date, today))] }
            : plan;

    private static bool IsWrong(PlanDate date, LocalDate today) => date.Date > today && !MayBe(date.Kind);
}
