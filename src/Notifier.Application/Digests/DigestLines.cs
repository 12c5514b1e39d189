using NodaTime;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.DueDates;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>The open due dates of one student that somebody has to hear of today.</summary>
public sealed class DigestLines(FamilyMeetings meetings)
{
    public async Task AddAsync(
        StudentFile student, string caseManagerId, Audience audience, bool isNews, DistrictRules rules, LocalDate today,
        DeskFound found, CancellationToken cancellationToken)
    {
        foreach (var plan in student.Plans.Where(plan => plan.Plan.CaseManagerId == caseManagerId))
        {
            foreach (var due in StudentDueDates.Of(student, plan, rules, today).Where(IsOpen))
            {
                var begun = StudentDueDates.RemindersOf(due, student, rules)
                    .Where(reminder => reminder.Audience == audience && reminder.On <= today).ToList();
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

                var line = new DigestLine(due, student.Student)
                {
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

    private static string NameOf(string staffId, DistrictFile file) =>
        file.Staff.FirstOrDefault(member => member.StaffId == staffId)?.Name is { Length: > 0 } name ? name : staffId;

    private static bool IsOpen(DueDate due) =>
        due is { DueOn: not null, Status: DueStatus.Overdue or DueStatus.Due or DueStatus.Upcoming };
}
