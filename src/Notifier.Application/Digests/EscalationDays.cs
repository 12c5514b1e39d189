using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>On which day a step of an escalation is told: later, where the case manager has acknowledged the duty.</summary>
public sealed class EscalationDays(Acknowledgements acknowledgements)
{
    /// <returns>The reminders that have come, each on the day on which it is told.</returns>
    public async Task<IReadOnlyList<Reminder>> ComeAsync(
        IReadOnlyList<Reminder> begun, StudentFile student, DistrictRules rules, LocalDate today, CancellationToken cancellationToken)
    {
        if (begun.FirstOrDefault(reminder => Escalation.IsStep(reminder.StepId)) is not { } step
            || await acknowledgements.FindAsync(OverdueDuty.Of(step), cancellationToken) is not { } on)
        {
            return begun;
        }

        var calendar = rules.CalendarOf(student.Student.SchoolId);
        var steps = rules.File.District.Policies.Escalation;
        return [.. begun
            .Select(reminder => reminder with { On = Escalation.DayOf(reminder, on, calendar, steps) })
            .Where(reminder => reminder.On <= today)];
    }
}
