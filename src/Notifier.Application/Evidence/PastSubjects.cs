using System.Runtime.CompilerServices;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.Delivery.Subjects;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.ScheduleChanges;
using Notifier.DueDates;
using Notifier.Law;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;
using Notifier.ScheduleChanges;

namespace Notifier.Application.Evidence;

/// <summary>
/// What a notice may have been about at the moment of an attempt, as far as today's files still say. More than one where
/// the record does not tell them apart: whoever composes them again sees by the hash which it was.
/// </summary>
public sealed class PastSubjects(KeptScheduleChanges changes)
{
    public async IAsyncEnumerable<INoticeSubject> OfAsync(
        EvidenceReading reading, NoticeRow notice, Instant at, StudentFile student, DistrictRules rules,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (notice.ToNoticeDue() is { IsOfChangedDay: true } due)
        {
            var versions = await changes.OfDayAsync(reading.DistrictId, notice.DueOn, cancellationToken);
            foreach (var subject in ChangedDay(reading, notice, due, at, versions, student, rules))
            {
                yield return subject;
            }

            yield break;
        }

        foreach (var subject in Of(reading, notice, at, student, rules))
        {
            yield return subject;
        }
    }

    private static IEnumerable<INoticeSubject> Of(
        EvidenceReading reading, NoticeRow notice, Instant at, StudentFile student, DistrictRules rules)
    {
        if (notice.ReplyId is { } replyId)
        {
            return reading.Replies.Where(reply => reply.ReplyId == replyId && student.Plans.Count > 0)
                .Select(reply => new ReplySubject(reply, student, rules.File.District));
        }

        if (notice.ProblemId is { } problemId)
        {
            return from problem in reading.OpenProblems
                   where problem.ProblemId == problemId
                   from plan in student.Plans
                   where plan.Plan.PlanId == notice.PlanId
                   select new ProblemSubject(problem, plan.Plan, student.Student, rules.File.District);
        }

        return notice.ToNoticeDue().IsDigest
            ? []
            : WithMeeting(student, notice, reading.Notices).SelectMany(file => Meetings(reading, notice, at, file, rules));
    }

    // Mostly a meeting moves to another day and keeps its hour and place: of what it was before only the day is kept.
    private static IEnumerable<StudentFile> WithMeeting(StudentFile student, NoticeRow notice, IEnumerable<NoticeRow> all)
    {
        yield return student;
        foreach (var file in PlannedMeeting.IsFor(notice.Obligation) ? WithMeetingOfDuty(student, notice, all) : [])
        {
            yield return file;
        }

        if (notice is not { MeetingOn: { } on }
            || student.Plans.FirstOrDefault(one => one.Plan.PlanId == notice.PlanId) is not { } plan
            || plan.Dates.Any(date => date.Kind == PlanDateKind.MeetingScheduled && date.Date == on))
        {
            yield break;
        }

        foreach (var detail in plan.Dates.Where(date => date.Kind == PlanDateKind.MeetingScheduled).Select(date => date.Detail).Append("").Distinct().ToList())
        {
            var then = plan with
            {
                Dates = [.. plan.Dates.Where(date => date.Kind != PlanDateKind.MeetingScheduled), new PlanDate(PlanDateKind.MeetingScheduled, on, detail)],
            };
            yield return student with { Plans = [.. student.Plans.Select(one => one == plan ? then : one)] };
        }
    }

    // A reminder of a duty says the day of the meeting planned then: none, or one that somebody was told of.
    private static IEnumerable<StudentFile> WithMeetingOfDuty(StudentFile student, NoticeRow notice, IEnumerable<NoticeRow> all)
    {
        var days = all.Where(row => row.PlanId == notice.PlanId).Select(row => row.MeetingOn).OfType<LocalDate>().Distinct();
        foreach (var day in days.Select(day => (LocalDate?)day).Append(null).ToList())
        {
            yield return student with
            {
                Plans = [.. student.Plans.Select(plan => plan.Plan.PlanId != notice.PlanId ? plan : plan with
                {
                    Dates = [.. plan.Dates.Where(date => date.Kind != PlanDateKind.MeetingScheduled),
                        .. day is { } on ? [new PlanDate(PlanDateKind.MeetingScheduled, on)] : Array.Empty<PlanDate>()],
                })],
            };
        }
    }

    private static IEnumerable<INoticeSubject> Meetings(
        EvidenceReading reading, NoticeRow notice, Instant at, StudentFile student, DistrictRules rules)
    {
        if (student.Plans.FirstOrDefault(one => one.Plan.PlanId == notice.PlanId) is not { } plan)
        {
            return [];
        }

        IEnumerable<IMeetingSubject> subjects = notice.ChangeOf is { } uid
            ? [new MeetingChangeSubject(student, plan, uid, notice.DueOn, rules)]
            : DueDates(reading, notice, at, student, plan, rules);
        return subjects.SelectMany(subject => PastMeetings.Of(subject, notice, reading.Notices, plan, at));
    }

    private static IEnumerable<DueDateSubject> DueDates(
        EvidenceReading reading, NoticeRow notice, Instant at, StudentFile student, PlanRecord plan, DistrictRules rules)
    {
        foreach (var due in StudentDueDates.Of(student, plan, rules, rules.File.District.Today(at))
            .Where(one => (one.Obligation, one.Part, one.DueOn) == (notice.Obligation, notice.Part, notice.DueOn)))
        {
            var subject = new DueDateSubject(student, plan.Plan, due, ReminderOf(notice, due, student, rules, at), rules);
            yield return subject;
            if (notice.Audience != Audience.Family && subject.MeetingOfNotice is { } meeting
                && FamilyTold.Of(reading.Notices.Where(row => row.AttemptedAt < at), notice.PlanId, meeting, rules.File.District) is { } told)
            {
                yield return subject with { FamilyTold = told.Sentence };
            }
        }
    }

    // A duty that is met has no reminders any more; the words rest on its audience alone.
    private static Reminder ReminderOf(NoticeRow notice, DueDate due, StudentFile student, DistrictRules rules, Instant at) =>
        StudentDueDates.RemindersOf(due, student, rules)
            .FirstOrDefault(one => one.StepId == notice.StepId && one.Audience == notice.Audience)
        ?? new Reminder
        {
            DistrictId = notice.DistrictId,
            PlanId = notice.PlanId,
            StudentId = notice.StudentId,
            Obligation = notice.Obligation,
            Part = notice.Part,
            DueOn = notice.DueOn,
            StepId = notice.StepId,
            Audience = notice.Audience,
            On = rules.File.District.Today(at),
        };

    // Every version of every change is kept, so that what was known at a moment can be told again.
    private static IEnumerable<INoticeSubject> ChangedDay(
        EvidenceReading reading, NoticeRow notice, NoticeDue due, Instant at, IReadOnlyList<ScheduleChange> versions, StudentFile student,
        DistrictRules rules)
    {
        foreach (var known in new[] { [.. versions.Where(one => one.PostedAt <= at)], versions })
        {
            if (ChangedDays.Of(due.DueOn, known, student, rules, at).Subject is not { } subject)
            {
                continue;
            }

            var before = reading.Notices.Where(row => row.ReminderId == notice.ReminderId && row.NoticeId != notice.NoticeId && row.AttemptedAt < at).ToList();
            foreach (var recipient in PastRecipients.Of(notice, student, rules.File).Take(1))
            {
                if (subject.TellingFor(notice.RecipientId, recipient, before, at)?.Subject is ChangedDaySubject day)
                {
                    yield return day;
                    yield return day with { IsFirstText = false };
                }
            }
        }
    }
}
