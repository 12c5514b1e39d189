using NodaTime;
using Notifier.Calendars;
using Notifier.DueDates;

namespace Notifier.Reminders;

/// <summary>Which reminders to staff cannot wait for the next digest.</summary>
public static class StaffRungs
{
    /// <summary>The step of <see cref="NoRoomForNotice"/>.</summary>
    public const string NoRoom = "caseManager-no-room";

    private const string LateMark = "-late-";

    /// <summary>
    /// To a case manager that a duty has become overdue or cannot be met in time any more, and to those above that it
    /// stayed open. Everything else waits for the digest.
    /// </summary>
    public static bool CannotWait(Reminder reminder) => reminder.Audience switch
    {
        Audience.CaseManager => reminder.StepId == NoRoom || reminder.StepId.Contains(LateMark, StringComparison.Ordinal),
        Audience.Supervisor or Audience.District => Escalation.IsStep(reminder.StepId),
        _ => false,
    };

    /// <summary>The reminder on the first day on which a meeting by the due date leaves too few days for its notice.</summary>
    /// <param name="districtId">Goes into the reminder.</param>
    /// <param name="due">Met by a meeting that is not planned yet.</param>
    /// <param name="calendar">Of the student's school.</param>
    /// <param name="lastNoticeDay">The last day on which the notice of a meeting on the due date can be given.</param>
    /// <returns>Null when the due date comes first.</returns>
    public static Reminder? NoRoomForNotice(string districtId, DueDate due, SchoolCalendar calendar, LocalDate lastNoticeDay)
    {
        var on = new ReminderDays(calendar).OnOrAfter(lastNoticeDay.PlusDays(1));
        return due.DueOn is not { } dueOn || on > dueOn
            ? null
            : new Reminder
            {
                DistrictId = districtId,
                PlanId = due.PlanId,
                StudentId = due.StudentId,
                Obligation = due.Obligation,
                Part = due.Part,
                DueOn = dueOn,
                StepId = NoRoom,
                Audience = Audience.CaseManager,
                On = on,
                LastUsefulDay = dueOn,
            };
    }
}
