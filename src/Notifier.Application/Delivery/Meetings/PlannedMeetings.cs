using NodaTime;
using Notifier.DueDates;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>Finds the meeting that is to meet a duty, so that nobody is told to set one that is set.</summary>
public static class PlannedMeetings
{
    /// <param name="due">The duty.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="all">Every due date of the plan: the notice of the meeting is among them.</param>
    /// <param name="today">The district's date.</param>
    /// <returns>Null: none is planned, or no meeting meets this duty.</returns>
    public static PlannedMeeting? For(DueDate due, PlanRecord plan, IEnumerable<DueDate> all, LocalDate today)
    {
        if (!PlannedMeeting.IsFor(due.Obligation))
        {
            return null;
        }

        var days = MeetingMove.Planned(plan).Select(meeting => meeting.On).Where(day => day > due.StartedOn || day >= today).Order().ToList();
        return days.Exists(day => day >= today) ? Of(days.Find(day => day >= today))
            : days.Count > 0 ? Of(days[^1])
            : null;

        PlannedMeeting Of(LocalDate day) => new(
            day,
            all.Any(one => one.Obligation == ObligationIds.MeetingNotice && one.StartedOn == day && one.Status is DueStatus.Met or DueStatus.MetLate));
    }
}
