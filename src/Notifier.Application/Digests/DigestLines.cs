using NodaTime;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.DueDates;
using Notifier.DueDates.Explaining;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>The open due dates of one student that somebody has to hear of today.</summary>
public sealed class DigestLines(FamilyMeetings meetings, EscalationDays escalations)
{
    public async Task AddAsync(
        StudentFile student, string caseManagerId, Audience audience, bool isNews, DistrictRules rules, LocalDate today,
        DeskFound found, CancellationToken cancellationToken)
    {
        foreach (var plan in student.Plans.Where(plan => plan.Plan.CaseManagerId == caseManagerId))
        {
            var all = StudentDueDates.Of(student, plan, rules, today);
            foreach (var due in all.Where(IsOpen))
            {
                var begun = await escalations.ComeAsync(
                    [.. StudentDueDates.RemindersOf(due, student, rules).Where(reminder => reminder.Audience == audience && reminder.On <= today)],
                    student, rules, today, cancellationToken);
                // Before its first rung nobody has to hear of it; overdue, it is the case manager's whatever the ladder says.
                if (begun.Count == 0 && !(due.Status == DueStatus.Overdue && audience == Audience.CaseManager))
                {
                    continue;
                }

                var told = await ToldAsync(student, due, plan, rules, cancellationToken);
                if (told is { MeetsDuty: true })
                {
                    continue;
                }

                var (countedFrom, marks) = StartOf(due, student, plan, rules, today);
                var line = new DigestLine(due, student.Student)
                {
                    Meeting = await MeetingAsync(student, due, plan, all, rules, today, cancellationToken),
                    CountedFrom = countedFrom,
                    Marks = marks,
                    LastNoticeDay = LastNoticeDay.Of(student, plan, due, rules),
                    IsNews = isNews || begun.Any(reminder => reminder.On == today),
                    FamilyTold = told?.Sentence ?? "",
                    IsEscalated = begun.Any(reminder => Escalation.IsStep(reminder.StepId)),
                    CaseManager = audience == Audience.CaseManager ? "" : NameOf(caseManagerId, rules.File),
                };
                if (audience == Audience.CaseManager)
                {
                    found.Lines.Add(line);
                }
                else
                {
                    found.AddTeam(line);
                }

                if (begun.LastOrDefault(StaffRungs.CannotWait) is { } urgent)
                {
                    found.Urgent[line.Key] = urgent;
                }
            }
        }
    }

    private async Task<FamilyTold?> ToldAsync(
        StudentFile student, DueDate due, PlanRecord plan, DistrictRules rules, CancellationToken cancellationToken)
    {
        if (due.Obligation != ObligationIds.MeetingNotice)
        {
            return null;
        }

        var meeting = MeetingMove.Planned(plan).FirstOrDefault(one => one.On == due.StartedOn) ?? new MeetingFacts { On = due.StartedOn };
        return await meetings.ToldAsync(
            student.DistrictId, student.Student.StudentId, due.PlanId, meeting, rules.File.District, cancellationToken);
    }

    // What a delivered mail said meets the duty of the notice, too.
    private async Task<PlannedMeeting?> MeetingAsync(
        StudentFile student, DueDate due, PlanRecord plan, IReadOnlyList<DueDate> all, DistrictRules rules, LocalDate today,
        CancellationToken cancellationToken)
    {
        if (PlannedMeetings.For(due, plan, all, today) is not { IsNoticed: false } meeting)
        {
            return PlannedMeetings.For(due, plan, all, today);
        }

        var facts = MeetingMove.Planned(plan).First(one => one.On == meeting.On);
        var told = await meetings.ToldAsync(
            student.DistrictId, student.Student.StudentId, due.PlanId, facts, rules.File.District, cancellationToken);
        return meeting with
        {
            IsNoticed = told is { MeetsDuty: true },
            IsNoticeLate = all.Any(one => one.Obligation == ObligationIds.MeetingNotice && one.StartedOn == meeting.On && one.Status == DueStatus.Overdue),
        };
    }

    // By the very steps of explain: a duty of each school year is counted from nothing, it is due on the day the calendar has.
    private static (LocalDate? CountedFrom, string Marks) StartOf(
        DueDate due, StudentFile student, PlanRecord plan, DistrictRules rules, LocalDate today)
    {
        var starts = StudentDueDates.Explained(student, plan, due.Obligation, rules, today)
            .FirstOrDefault(one => one.DueDate.Part == due.Part && one.DueDate.DueOn == due.DueOn)
            ?.Trace.Steps.OfType<ClockStarted>().ToList() ?? [];
        return starts.Exists(one => one.On == due.StartedOn && one.On != due.DueOn) ? (due.StartedOn, "")
            : (null, starts.Find(one => one.On == due.DueOn && one.Kind is null)?.What ?? "");
    }

    private static string NameOf(string staffId, DistrictFile file) =>
        file.Staff.FirstOrDefault(member => member.StaffId == staffId)?.Name is { Length: > 0 } name ? name : staffId;

    private static bool IsOpen(DueDate due) =>
        due is { DueOn: not null, Status: DueStatus.Overdue or DueStatus.Due or DueStatus.Upcoming };
}
