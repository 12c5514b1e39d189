using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Calendars;
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
    /// report), and so it may when a school year begins or has ended: on that day the due dates are computed anew although
    /// nothing was recorded.
    /// </summary>
    public static IReadOnlyList<AgendaEntry> For(
        StudentFile student, IReadOnlyList<DueDate> dueDates, DistrictRules rules, LocalDate asOf)
    {
        var entries = dueDates
            .SelectMany(due => StudentDueDates.RemindersOf(due, student, rules))
            .Select(reminder => new AgendaEntry(AgendaPlace.Of(reminder), reminder))
            .DistinctBy(entry => entry.Place)
            .ToList();
        if (NextCycle(dueDates, rules.CalendarOf(student.Student.SchoolId), asOf) is { } day)
        {
            entries.Add(new AgendaEntry(new AgendaPlace(day, Refresh), null));
        }

        return entries;
    }

    private static LocalDate? NextCycle(IReadOnlyList<DueDate> dueDates, SchoolCalendar calendar, LocalDate asOf)
    {
        var afterDueDates = dueDates.Select(due => due.DueOn).OfType<LocalDate>().Select(due => due.PlusDays(1));
        var edges = calendar.Years.SelectMany(year => (LocalDate[])[year.FirstDate, year.LastSchoolDay.PlusDays(1), year.LastDate.PlusDays(1)]);
        return afterDueDates.Concat(edges).Where(day => day > asOf).Select(day => (LocalDate?)day).Min();
    }
}
