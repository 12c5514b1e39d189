using NodaTime;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Application.ScheduleChanges;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Subjects;

/// <summary>Finds out from what is on record now what a message is about, and whether that still holds.</summary>
public sealed class SubjectFinder(VisibleProblems problems, KeptReplies replies, ChangedDays days, IClock clock)
{
    public async Task<FoundSubject> FindAsync(
        NoticeDue due, StudentFile? student, DistrictRules rules, LocalDate today, CancellationToken cancellationToken)
    {
        if (due.ReplyId is { } replyId)
        {
            return await ReplyAsync(due, replyId, student, rules, cancellationToken);
        }

        if (due.ChangeOf is { } uid)
        {
            return MeetingChange(due, uid, student, rules);
        }

        if (due.ProblemId is null && due.IsOfChangedDay)
        {
            return await days.FindAsync(due, student, rules, clock.GetCurrentInstant(), cancellationToken);
        }

        if (due.ProblemId is not { } problemId)
        {
            return ReminderCheck.Of(due, student, rules, today);
        }

        if (student is null || PlanOf(student, due.PlanId) is not { } plan)
        {
            return FoundSubject.Withhold(WithholdReason.PlanGone);
        }

        var problem = await problems.FindOpenAsync(due.DistrictId, due.StudentId, problemId, cancellationToken);
        return problem is null
            ? FoundSubject.Withhold(WithholdReason.ProblemSolved)
            : FoundSubject.Send(new ProblemSubject(problem, plan, student.Student, rules.File.District));
    }

    private static FoundSubject MeetingChange(NoticeDue due, string uid, StudentFile? student, DistrictRules rules)
    {
        if (student?.Plans.FirstOrDefault(one => one.Plan.PlanId == due.PlanId) is not { } record)
        {
            return FoundSubject.Withhold(WithholdReason.PlanGone);
        }

        // An invitation to a meeting that has moved or gone; whoever knows it hears that by itself.
        return MissedInvitations.MeetingOn(uid) is not { } on ? FoundSubject.Send(new MeetingChangeSubject(student, record, uid, due.DueOn, rules))
            : MeetingMove.Planned(record).All(meeting => meeting.On != on) ? FoundSubject.Withhold(WithholdReason.NoLongerOwed)
            : student.HasMeetingInDoubt(due.PlanId, on) ? FoundSubject.Withhold(WithholdReason.MeetingInDoubt)
            : FoundSubject.Send(new MeetingChangeSubject(student, record, uid, due.DueOn, rules));
    }

    // That a plan is gone is asked of whoever was its case manager.
    private static Plan? PlanOf(StudentFile student, string planId) =>
        student.Plans.FirstOrDefault(one => one.Plan.PlanId == planId)?.Plan
        ?? student.Gaps.FirstOrDefault(gap => gap.Plan?.PlanId == planId)?.Plan;

    // What a person wrote is told whatever became of the duty meanwhile.
    private async Task<FoundSubject> ReplyAsync(
        NoticeDue due, string replyId, StudentFile? student, DistrictRules rules, CancellationToken cancellationToken)
    {
        var reply = await replies.FindAsync(due.DistrictId, due.StudentId, replyId, cancellationToken);
        return reply is null || student is null or { Plans.Count: 0 }
            ? FoundSubject.Withhold(WithholdReason.PlanGone)
            : FoundSubject.Send(new ReplySubject(reply, student, rules.File.District));
    }
}
