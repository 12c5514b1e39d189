using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Reminders;

namespace Notifier.Domain.Tests.Reminders;

/// <summary>A school year 2026-27 with its breaks, and due dates in it.</summary>
internal static class LadderFixture
{
    public static readonly LocalDate FirstDay = new(2026, 8, 17);
    public static readonly LocalDate LastDay = new(2027, 5, 28);

    public static SchoolCalendar Year { get; } = SchoolCalendar.From(
        [
            Entry(CalendarEntryKind.SchoolYear, FirstDay, LastDay),
            Entry(CalendarEntryKind.NoSchool, new(2026, 11, 23), new(2026, 11, 27)),
            Entry(CalendarEntryKind.NoSchool, new(2026, 12, 21), new(2027, 1, 4)),
            Entry(CalendarEntryKind.NoSchool, new(2027, 3, 15), new(2027, 3, 19)),
        ],
        schoolId: null);

    public static CalendarEntry Entry(CalendarEntryKind kind, LocalDate first, LocalDate last) =>
        new() { Kind = kind, FirstDate = first, LastDate = last };

    /// <summary>Open, with the last practical day that the calendar gives.</summary>
    public static DueDate Due(string obligation, LocalDate dueOn, LocalDate? startedOn = null, SchoolCalendar? calendar = null) =>
        new()
        {
            PlanId = "P1",
            StudentId = "S1",
            Obligation = new ObligationId(obligation),
            StartedOn = startedOn ?? dueOn.PlusYears(-1),
            DueOn = dueOn,
            LastPracticalDay = LastSchoolDay(calendar ?? Year, dueOn),
            Status = DueStatus.Upcoming,
            Law = [new Citation("34 CFR 300.324(b)(1)(i)")],
        };

    public static ReminderLadder Ladder(string obligation, Audience audience, params int[] days) =>
        ReminderLadder.From([.. days.Select(number => new LadderStep
        {
            StepId = $"{audience}{number}",
            Obligation = new ObligationId(obligation),
            Audience = audience,
            DaysBefore = number,
        })]);

    /// <summary>Counted day by day, so that it does not depend on how the calendar does it.</summary>
    public static LocalDate? LastSchoolDay(SchoolCalendar calendar, LocalDate date)
    {
        for (var day = date; day > date.PlusDays(-400); day = day.PlusDays(-1))
        {
            if (calendar.IsSchoolDay(day))
            {
                return day;
            }
        }

        return null;
    }
}
