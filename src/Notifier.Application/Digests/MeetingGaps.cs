using NodaTime;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Delivery.Replies;
using Notifier.DueDates;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Application.Digests;

/// <summary>Meetings of the next two weeks of which the family has not been told, or which it has not confirmed.</summary>
public sealed class MeetingGaps(FamilyMeetings meetings, KeptReplies replies)
{
    private const int DaysAhead = 14;

    public async Task<IReadOnlyList<DigestMeeting>> OfAsync(
        StudentFile student, string caseManagerId, DistrictRules rules, LocalDate today, CancellationToken cancellationToken)
    {
        var gaps = new List<DigestMeeting>();
        List<ReplyRow>? answers = null;
        foreach (var plan in student.Plans.Where(plan => plan.Plan.CaseManagerId == caseManagerId))
        {
            foreach (var meeting in MeetingMove.Planned(plan).Where(one => one.On >= today && one.On <= today.PlusDays(DaysAhead)))
            {
                answers ??= await replies.AllAsync(student.DistrictId, student.Student.StudentId, cancellationToken)
                    .ToListAsync(cancellationToken);
                if (await GapAsync(student, plan, meeting, answers, rules, today, cancellationToken) is { } gap)
                {
                    gaps.Add(new DigestMeeting(meeting, student.Student, plan.Plan.PlanId, gap));
                }
            }
        }

        return gaps;
    }

    private async Task<MeetingGap?> GapAsync(
        StudentFile student, PlanRecord plan, MeetingFacts meeting, List<ReplyRow> answers, DistrictRules rules, LocalDate today,
        CancellationToken cancellationToken)
    {
        // The last word about this meeting counts; one that fits no meeting is read by a person anyway.
        switch (answers
            .Where(reply => reply.MeetingOn == meeting.On && (reply.PlanId.Length == 0 || reply.PlanId == plan.Plan.PlanId)
                && reply.Meaning is ReplyMeaning.ConfirmsMeeting or ReplyMeaning.AsksForOtherTime)
            .MaxBy(reply => reply.At)?.Meaning)
        {
            case ReplyMeaning.ConfirmsMeeting:
                return null;
            case ReplyMeaning.AsksForOtherTime:
                return MeetingGap.OtherTimeAsked;
            default:
                break;
        }

        var told = await meetings.ToldAsync(
            student.DistrictId, student.Student.StudentId, plan.Plan.PlanId, meeting, rules.File.District, cancellationToken);
        var notice = StudentDueDates.Of(student, plan, rules, today)
            .FirstOrDefault(due => due.Obligation == ObligationIds.MeetingNotice && due.StartedOn == meeting.On);
        if (told is not null || notice?.Status is DueStatus.Met or DueStatus.MetLate)
        {
            return MeetingGap.NoConfirmation;
        }

        // An open duty to send the notice is a line of its own.
        return notice?.Status is DueStatus.Overdue or DueStatus.Due or DueStatus.Upcoming ? null : MeetingGap.NoInvitation;
    }
}
