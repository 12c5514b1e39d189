using NodaTime;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Application.ScheduleChanges;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery;

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
            return student?.Plans.FirstOrDefault(one => one.Plan.PlanId == due.PlanId) is { } record
                ? FoundSubject.Send(new MeetingChangeSubject(student, record, uid, due.DueOn, rules))
                : FoundSubject.Withhold(WithholdReason.PlanGone);
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
