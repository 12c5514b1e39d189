using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates;
using Notifier.PlanDates;

namespace Notifier.Reminders;

/// <summary>The reminders to those above the case manager of a duty that stays open after its due date.</summary>
public static class Escalation
{
    private const string Prefix = "escalation-";

    /// <summary>
    /// One for each step of the district's policy; none for a duty that is met or no longer owed, and none for one of
    /// which the ladder never says that it is late (a lower bound, a notice that the district publishes).
    /// </summary>
    /// <param name="districtId">Goes into each reminder.</param>
    /// <param name="due">As calculated today.</param>
    /// <param name="calendar">Of the student's school.</param>
    /// <param name="ladder">The district's.</param>
    /// <param name="steps">The district's policy.</param>
    public static IReadOnlyList<Reminder> RemindersFor(
        string districtId, DueDate due, SchoolCalendar calendar, ReminderLadder ladder, IReadOnlyList<EscalationStep> steps)
    {
        if (due.DueOn is not { } dueOn || due.Status is DueStatus.Met or DueStatus.MetLate or DueStatus.NotOwed
            || !ladder.StepsFor(due.Obligation).Any(step => step.DaysBefore < 0))
        {
            return [];
        }

        var days = new ReminderDays(calendar);
        return [.. steps.Select(step => new Reminder
        {
            DistrictId = districtId,
            PlanId = due.PlanId,
            StudentId = due.StudentId,
            Obligation = due.Obligation,
            Part = due.Part,
            DueOn = dueOn,
            StepId = NameOf(step),
            Audience = step.To == EscalationTarget.Supervisor ? Audience.Supervisor : Audience.District,
            On = days.After(dueOn, step.AfterSchoolDays),
        })];
    }

    /// <summary>
    /// The day of a step when the case manager has acknowledged the duty: as many school days after that as after the due
    /// date otherwise. What had come before stays, and so does what is no step of an escalation.
    /// </summary>
    /// <param name="reminder">On its day without an acknowledgement.</param>
    /// <param name="acknowledgedOn">Before the due date is over it acknowledges nothing.</param>
    /// <param name="calendar">Of the student's school.</param>
    /// <param name="steps">The district's policy.</param>
    public static LocalDate DayOf(
        Reminder reminder, LocalDate acknowledgedOn, SchoolCalendar calendar, IReadOnlyList<EscalationStep> steps) =>
        IsStep(reminder.StepId) && acknowledgedOn > reminder.DueOn && reminder.On > acknowledgedOn
        && steps.FirstOrDefault(step => NameOf(step) == reminder.StepId) is { } step
            ? new ReminderDays(calendar).After(acknowledgedOn, step.AfterSchoolDays)
            : reminder.On;

    /// <summary>Whether a reminder's step is one of an escalation.</summary>
    public static bool IsStep(string stepId) => stepId.StartsWith(Prefix, StringComparison.Ordinal);

    private static string NameOf(EscalationStep step) =>
        $"{Prefix}{(step.To == EscalationTarget.Supervisor ? "supervisor" : "district")}-{step.AfterSchoolDays}";
}
