using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Application.DueDates;

/// <summary>Whether the meeting that meets a duty can still be announced in time when it is not planned yet.</summary>
public static class LastNoticeDay
{
    private static readonly HashSet<ObligationId> MetByMeeting =
        [ObligationIds.AnnualReview, ObligationIds.InitialIepMeeting, ObligationIds.ThirdBirthdayIep];

    /// <summary>
    /// The last day on which the notice of a meeting on the due date itself could be given, by the law's own count:
    /// 34 CFR 300.322(a)(1), or the state's number of days.
    /// </summary>
    /// <returns>Null: no meeting meets this duty, one is planned in time, or no number of days is set.</returns>
    public static LocalDate? Of(StudentFile student, PlanRecord plan, DueDate due, DistrictRules rules)
    {
        if (due.DueOn is not { } dueOn || !MetByMeeting.Contains(due.Obligation)
            || plan.Dates.Any(date => date.Kind == PlanDateKind.MeetingScheduled && date.Date > due.StartedOn && date.Date <= dueOn))
        {
            return null;
        }

        var asIf = plan with { Dates = [.. plan.Dates, new PlanDate(PlanDateKind.MeetingScheduled, dueOn)] };
        return StudentDueDates.Explained(student, asIf, ObligationIds.MeetingNotice, rules, due.StartedOn)
            .FirstOrDefault(one => one.DueDate.StartedOn == dueOn)?.DueDate.DueOn;
    }
}
