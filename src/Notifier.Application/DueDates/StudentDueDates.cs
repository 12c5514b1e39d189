using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Calendars;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.DueDates;

/// <summary>The due dates of one student, computed from the files as they stand, and the reminders they lead to.</summary>
public static class StudentDueDates
{
    /// <summary>All due dates of all plans; statuses as of the day.</summary>
    public static IReadOnlyList<DueDate> Of(StudentFile student, DistrictRules rules, LocalDate asOf) =>
        [.. student.Plans.SelectMany(plan => Of(student, plan, rules, asOf))];

    /// <summary>The due dates of one plan; statuses as of the day.</summary>
    public static IReadOnlyList<DueDate> Of(
        StudentFile student, PlanRecord plan, DistrictRules rules, LocalDate asOf) =>
        rules.Calculator.Calculate(DatesAhead.LeftOut(plan, asOf), rules.CalendarOf(student.Student.SchoolId), asOf);

    /// <summary>The due dates of one obligation of a plan, each with its reasons.</summary>
    public static IReadOnlyList<ExplainedDueDate> Explained(
        StudentFile student, PlanRecord plan, ObligationId obligation, DistrictRules rules, LocalDate asOf) =>
        rules.Calculator.Explain(DatesAhead.LeftOut(plan, asOf), rules.CalendarOf(student.Student.SchoolId), asOf, obligation);

    /// <summary>The reminders of one due date; none when it is met, not owed or unknown.</summary>
    public static IReadOnlyList<Reminder> RemindersOf(DueDate due, StudentFile student, DistrictRules rules)
    {
        var calendar = rules.CalendarOf(student.Student.SchoolId);
        var rungs = rules.Ladder.RemindersFor(student.DistrictId, due, calendar);
        return rungs.Count == 0
            ? rungs
            : [
                .. rungs,
                .. NoRoom(due, student, rules, calendar),
                .. Escalation.RemindersFor(student.DistrictId, due, calendar, rules.Ladder, rules.File.District.Policies.Escalation),
            ];
    }

    private static IEnumerable<Reminder> NoRoom(DueDate due, StudentFile student, DistrictRules rules, SchoolCalendar calendar) =>
        student.Plans.FirstOrDefault(plan => plan.Plan.PlanId == due.PlanId) is { } plan
        && LastNoticeDay.Of(student, plan, due, rules) is { } last
        && StaffRungs.NoRoomForNotice(student.DistrictId, due, calendar, last) is { } reminder
            ? [reminder]
            : [];
}
