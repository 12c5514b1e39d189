using NodaTime;
using NodaTime.Text;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Subjects;

/// <summary>
/// Computes the due date anew from what is on record at the moment of sending and says whether the reminder still
/// holds: whatever stands in the agenda or on a queue, nothing untrue is said.
/// </summary>
public static class ReminderCheck
{
    public static FoundSubject Of(NoticeDue due, StudentFile? student, DistrictRules rules, LocalDate today)
    {
        if (student?.Plans.FirstOrDefault(plan => plan.Plan.PlanId == due.PlanId) is not { } plan)
        {
            return FoundSubject.Withhold(WithholdReason.PlanGone);
        }

        var same = StudentDueDates.Of(student, plan, rules, today)
            .Where(one => one.Obligation == due.Obligation && one.Part == due.Part)
            .ToList();
        if (same.Find(one => one.DueOn == due.DueOn) is not { } current)
        {
            return Moved(same);
        }

        return current.Status switch
        {
            DueStatus.Met or DueStatus.MetLate => FoundSubject.Withhold(
                WithholdReason.DutyMet, $"met on {Iso(current.MetOn)}"),
            DueStatus.NotOwed => FoundSubject.Withhold(WithholdReason.NoLongerOwed),
            _ when IsSaidByInvitation(due, plan, today) => FoundSubject.Withhold(WithholdReason.MeetingIsPlanned),
            _ when due.Audience == Audience.Family && due.Obligation == ObligationIds.MeetingNotice
                && student.HasMeetingInDoubt(due.PlanId, current.StartedOn) => FoundSubject.Withhold(WithholdReason.MeetingInDoubt),
            _ => OnLadder(due, StudentDueDates.RemindersOf(current, student, rules), today) switch
            {
                (null, var reminder) => FoundSubject.Send(
                    new DueDateSubject(student, plan.Plan, current, reminder!, rules)),
                (var reason, _) => FoundSubject.Withhold(reason.Value),
            },
        };
    }

    private static bool IsSaidByInvitation(NoticeDue due, PlanRecord plan, LocalDate today) =>
        due.Audience == Audience.Family && due.Obligation == ObligationIds.AnnualReview
        && plan.Dates.Any(date => date.Kind == PlanDateKind.MeetingScheduled && date.Date >= today && date.Date <= due.DueOn);

    private static FoundSubject Moved(List<DueDate> same) => same.Count switch
    {
        0 => FoundSubject.Withhold(WithholdReason.NoLongerOwed),
        _ => FoundSubject.Withhold(
            WithholdReason.DueDateMoved,
            "now " + string.Join(", ", same.Select(one => Iso(one.DueOn)))),
    };

    // After an outage, or when a message was put off, a later rung may have come: it alone is said.
    private static (WithholdReason? Reason, Reminder? Reminder) OnLadder(
        NoticeDue due, IReadOnlyList<Reminder> reminders, LocalDate today)
    {
        var reminder = reminders.FirstOrDefault(one => one.StepId == due.StepId && one.Audience == due.Audience);
        if (reminder is null)
        {
            return (WithholdReason.StepRemoved, null);
        }

        var latest = CatchUp.Latest(reminders.Where(one => one.On <= today && one.Audience == due.Audience), today);
        if (latest.Any(one => one.StepId != due.StepId))
        {
            return (WithholdReason.Superseded, null);
        }

        return reminder.LastUsefulDay < today ? (WithholdReason.TooLate, null) : (null, reminder);
    }

    private static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "no date";
}
