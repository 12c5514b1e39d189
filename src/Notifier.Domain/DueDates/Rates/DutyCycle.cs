using NodaTime;

namespace Notifier.DueDates.Rates;

/// <summary>One duty of one plan from its start to its due date, and how it ended or stands.</summary>
public sealed record DutyCycle
{
    public required RatedDuty Duty { get; init; }

    public required string PlanId { get; init; }

    public required string StudentId { get; init; }

    public required string CaseManagerId { get; init; }

    /// <summary>Day 0 of the clock: the consent, the last meeting, the last evaluation.</summary>
    public required LocalDate StartedOn { get; init; }

    /// <summary>As the law or the district's stricter policy has it; null: it cannot be computed.</summary>
    public required LocalDate? DueOn { get; init; }

    /// <summary>Null: not done, as far as the records show.</summary>
    public LocalDate? MetOn { get; init; }

    public LeftOutReason? LeftOut { get; init; }

    /// <summary>The day on which the reason to leave it out came about.</summary>
    public LocalDate? LeftOutOn { get; init; }

    /// <summary>It was not done and is owed no more: the student left, or a new consent started another clock.</summary>
    public bool IsOver { get; init; }

    /// <summary>Why it was late, as noted by the district; empty: nothing was noted.</summary>
    public string DelayReason { get; init; } = "";

    /// <summary>The day whose view this is.</summary>
    public required LocalDate AsOf { get; init; }

    public CycleStanding Standing => this switch
    {
        { LeftOut: not null } => CycleStanding.LeftOut,
        { DueOn: null } => CycleStanding.NoDueDate,
        { MetOn: { } met } => met <= DueOn ? CycleStanding.OnTime : CycleStanding.LateDone,
        { IsOver: false } when DueOn >= AsOf => CycleStanding.NotYetDue,
        { IsOver: true } => CycleStanding.LateOver,
        _ => CycleStanding.LateOpen,
    };

    /// <summary>
    /// The day on which it was decided whether it is in time: the day it was done in time, or the day after the due date.
    /// Null: not decided yet, or never.
    /// </summary>
    public LocalDate? SettledOn => Standing switch
    {
        CycleStanding.OnTime => MetOn,
        CycleStanding.LateDone or CycleStanding.LateOpen or CycleStanding.LateOver => DueOn!.Value.PlusDays(1),
        CycleStanding.LeftOut => LeftOutOn,
        _ => null,
    };

    /// <summary>Calendar days beyond the due date until it was done, or until now; 0: in time or not decided.</summary>
    public int DaysLate => Standing is CycleStanding.LateDone or CycleStanding.LateOpen or CycleStanding.LateOver
        ? Period.DaysBetween(DueOn!.Value, MetOn ?? AsOf)
        : 0;
}
