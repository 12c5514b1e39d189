using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.DueDates;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>
/// Meetings that have just been scheduled: the family is invited at once, and the rungs of the ladder remind of it. "Early
/// enough to ensure that they will have an opportunity to attend" (34 CFR 300.322(a)(1)) is not the last day for it.
/// </summary>
internal static class FirstInvitations
{
    /// <summary>The step of the invitation that goes out when a meeting is scheduled.</summary>
    public const string Step = "meeting-invitation";

    /// <summary>The days of the meetings that nobody was invited to yet, and whose first rung is still ahead.</summary>
    public static IEnumerable<LocalDate> Of(
        StudentFile student, PlanRecord plan, IReadOnlyList<DueDate> dueDates, DistrictRules rules, IReadOnlyList<NoticeRow> rows,
        IReadOnlyList<ToldChain> chains, IReadOnlyList<MeetingMove> moves, LocalDate today)
    {
        var planId = plan.Plan.PlanId;
        foreach (var meeting in MeetingMove.Planned(plan).Where(one => one.On > today).DistinctBy(one => one.On))
        {
            var told = ToldMeeting.Of(meeting);
            bool Knows(Contact contact) =>
                chains.Any(chain => chain.PlanId == planId && chain.RecipientId == contact.ContactId && chain.Last == told)
                || moves.Any(move => move.Chain.RecipientId == contact.ContactId && move.To is { } to && ToldMeeting.Of(to) == told);

            // A rung whose day has come invites; a district without rungs for families invites them itself.
            if (FirstRung(student, planId, meeting.On, dueDates, rules) > today
                && !rows.Any(row => row.PlanId == planId && row.ChangeOf == MissedInvitations.NameOf(meeting.On))
                && !student.Contacts.Where(contact => contact.ReceivesNotices).All(Knows))
            {
                yield return meeting.On;
            }
        }
    }

    private static LocalDate? FirstRung(
        StudentFile student, string planId, LocalDate meetingOn, IReadOnlyList<DueDate> dueDates, DistrictRules rules) => dueDates
        .Where(one => one.PlanId == planId && one.Obligation == ObligationIds.MeetingNotice && one.StartedOn == meetingOn)
        .SelectMany(one => StudentDueDates.RemindersOf(one, student, rules))
        .Where(reminder => reminder.Audience == Audience.Family)
        .Min(reminder => (LocalDate?)reminder.On);
}
