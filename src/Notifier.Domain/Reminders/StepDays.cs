using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates;

namespace Notifier.Reminders;

/// <summary>On which days the rungs of one due date fall.</summary>
/// <remarks>
/// <para>Rungs before the due date are counted back from the last practical day: what is due in a break must be done
/// before it.</para>
/// <para>Where a whole summer lies between that day and the due date, the rungs that fall into the summer when counted
/// from the due date are raised as well: the clock still runs, and not everybody is away. The same holds when the clock
/// started after the last day of school. Families hear of the earlier day alone, if there is one.</para>
/// <para>Rungs after the due date are counted from the due date itself.</para>
/// </remarks>
internal sealed class StepDays(DueDate due, LocalDate dueOn, SchoolCalendar calendar)
{
    private readonly ReminderDays days = new(calendar);

    // A duty counted back from a planned day has its "start" after its due date: every practical day is in time.
    private readonly LocalDate? practical =
        due.LastPracticalDay is { } day && (day > due.StartedOn || due.StartedOn > dueOn) ? day : null;

    /// <summary>The day the duty is counted back from; null for every other duty.</summary>
    public LocalDate? PlannedDay { get; } = due.StartedOn > dueOn ? due.StartedOn : null;

    /// <summary>One or two days for a rung; none for a rung counted from a planned day that does not exist.</summary>
    public IEnumerable<StepDay> Of(LadderStep step) => step switch
    {
        { CountedFrom: CountedFrom.PlannedDay } => BeforePlannedDay(step),
        { DaysBefore: < 0 } => [new StepDay(step, step.StepId, days.AfterDueBy(dueOn, dueOn.PlusDays(-step.DaysBefore)))],
        _ => BeforeDueDate(step),
    };

    private IEnumerable<StepDay> BeforePlannedDay(LadderStep step) => PlannedDay is { } planned
        ? [new StepDay(step, step.StepId, days.OnOrBefore(planned.PlusDays(-step.DaysBefore)))]
        : [];

    private IEnumerable<StepDay> BeforeDueDate(LadderStep step)
    {
        var byLaw = days.OnOrBefore(dueOn.PlusDays(-step.DaysBefore));
        if (practical is not { } lastDay)
        {
            yield return new StepDay(step, step.StepId, byLaw);
            yield break;
        }

        yield return new StepDay(step, step.StepId, days.OnOrBefore(lastDay.PlusDays(-step.DaysBefore)));
        if (byLaw > lastDay && step.Audience != Audience.Family)
        {
            yield return new StepDay(step, $"{step.StepId}-summer", byLaw);
        }
    }
}
