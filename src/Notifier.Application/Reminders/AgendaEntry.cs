using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.DueDates;
using Notifier.Reminders;

namespace Notifier.Application.Reminders;

/// <summary>What stands under a day for one student: a reminder, or the call to compute the due dates anew.</summary>
/// <param name="Place">Where.</param>
/// <param name="Reminder">Null: the call to compute anew.</param>
public sealed record AgendaEntry(AgendaPlace Place, Reminder? Reminder)
{
    /// <summary>Stands in place of a reminder's id; no reminder has it.</summary>
    public const string Refresh = "refresh";

    /// <summary>
    /// All entries of a student. The day after the next due date has passed a new cycle may begin (the next progress
    /// report), so on that day the due dates are computed anew although nothing was recorded.
    /// </summary>
    public static IReadOnlyList<AgendaEntry> For(
        StudentFile student, IReadOnlyList<DueDate> dueDates, DistrictRules rules, LocalDate asOf)
    {
        var entries = dueDates
            .SelectMany(due => StudentDueDates.RemindersOf(due, student, rules))
            .Select(reminder => new AgendaEntry(AgendaPlace.Of(reminder), reminder))
            .DistinctBy(entry => entry.Place)
            .ToList();
        var next = dueDates.Where(due => due.DueOn >= asOf).Min(due => due.DueOn);
        if (next is { } dueOn)
        {
            entries.Add(new AgendaEntry(new AgendaPlace(dueOn.PlusDays(1), Refresh), null));
        }

        return entries;
    }
}
