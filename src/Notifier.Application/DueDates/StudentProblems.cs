using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Digests;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.DueDates;
using Notifier.Obligations;
using Notifier.Reminders;

namespace Notifier.Application.DueDates;

/// <summary>
/// Keeps a student's problems as the files have them: what the file itself leaves open, a due date that cannot be computed
/// and a meeting the family knows otherwise are opened, what was mended is closed.
/// </summary>
public sealed class StudentProblems(
    VisibleProblems problems, OpenProblem open, NoticeRecipients recipients, MovedMeetings meetings, BrokenContacts broken,
    StaffDuties duties, IClock clock)
{
    public async Task RunAsync(
        PlanChange change,
        StudentFile? student,
        IReadOnlyList<DueDate> dueDates,
        DistrictRules rules,
        LocalDate today,
        CancellationToken cancellationToken)
    {
        var unknown = dueDates
            .Where(due => due.Problem is not null && IsOpen(due))
            .Select(due => ToProblem(due, student!))
            .Concat(student is null ? [] : FileProblems.Of(student, today))
            .ToList();
        var moved = await meetings.FindAsync(change, student, rules, today, cancellationToken);
        await CloseMendedAsync(change, student, dueDates, unknown, moved, rules, today, cancellationToken);
        foreach (var problem in unknown.Concat(moved.Where(one => one.IsAhead).Select(one => one.Problem)))
        {
            await open.RunAsync(problem, cancellationToken);
        }
    }

    private async Task CloseMendedAsync(
        PlanChange change, StudentFile? student, IReadOnlyList<DueDate> dueDates, List<Problem> unknown,
        IReadOnlyList<MovedMeeting> moved, DistrictRules rules, LocalDate today, CancellationToken cancellationToken)
    {
        HashSet<string>? unreachable = null;
        HashSet<string>? standing = null;
        var stillOpen = problems.ListOpenAsync(change.DistrictId, change.StudentId, cancellationToken);
        await foreach (var row in stillOpen)
        {
            var mended = row.Kind switch
            {
                ProblemKind.DueDateUnknown or ProblemKind.RowsLeftOut or ProblemKind.PlanGone or ProblemKind.DatesContradict
                    or ProblemKind.DatesMissing => !unknown.Exists(one => one.ProblemId == row.ProblemId),
                ProblemKind.MeetingMoved => moved.All(one => one.Problem.ProblemId != row.ProblemId),
                ProblemKind.ContactBroken => !(standing ??= await broken.StandingAsync(student, cancellationToken)).Contains(row.ProblemId),
                ProblemKind.RecipientUnreachable => !(unreachable ??=
                    await UnreachableAsync(student, rules, today, cancellationToken)).Contains(row.ProblemId),
                // About a changed day: somebody has to call until it is over.
                _ when row.Obligation == NoticeDue.ChangedDay.Value =>
                    LocalDatePattern.Iso.Parse(row.Part) is { Success: true } day && day.Value < today,
                // About one notice: nobody needs to act any more once the duty is met or gone.
                _ => !dueDates.Any(due => IsOpen(due) && due.PlanId == row.PlanId
                    && due.Obligation.Value == row.Obligation && due.Part == row.Part),
            };
            if (!mended)
            {
                // Whoever has the plan now hears of it, although somebody else had it when the problem was opened.
                await duties.NoteProblemAsync(
                    change.DistrictId,
                    DeskOwners.OfProblem(row, student?.Plans.FirstOrDefault(one => one.Plan.PlanId == row.PlanId)?.Plan),
                    change.StudentId, clock.GetCurrentInstant(), cancellationToken);
            }
            else
            {
                await problems.CloseAsync(
                    change.DistrictId, change.StudentId, row.ProblemId, clock.GetCurrentInstant(), cancellationToken);
            }
        }
    }

    private async Task<HashSet<string>> UnreachableAsync(
        StudentFile? student, DistrictRules rules, LocalDate today, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plan in student?.Plans ?? [])
        {
            foreach (var audience in Enum.GetValues<Audience>())
            {
                var due = new NoticeDue
                {
                    DistrictId = student!.DistrictId,
                    StudentId = student.Student.StudentId,
                    PlanId = plan.Plan.PlanId,
                    Obligation = ObligationIds.AnnualReview,
                    DueOn = today,
                    StepId = "",
                    Audience = audience,
                };
                var choice = await recipients.ChooseAsync(
                    due, student, plan.Plan.CaseManagerId, rules, [], today, cancellationToken);
                ids.UnionWith(choice.Unreached.Select(
                    one => UnreachedRecipients.Unreachable(student.DistrictId, plan.Plan, one).ProblemId));
            }
        }

        return ids;
    }

    private static bool IsOpen(DueDate due) => due.Status is DueStatus.Overdue or DueStatus.Due or DueStatus.Upcoming;

    private static Problem ToProblem(DueDate due, StudentFile student) =>
        new()
        {
            ProblemId = VisibleProblems.IdOf(
                ProblemKind.DueDateUnknown, student.DistrictId, due.PlanId, due.Obligation.Value, due.Part, due.Problem!),
            DistrictId = student.DistrictId,
            Kind = ProblemKind.DueDateUnknown,
            StudentId = due.StudentId,
            PlanId = due.PlanId,
            Obligation = due.Obligation.Value,
            Part = due.Part,
            What = due.Problem!,
            Remedy = "Mend the plan's dates or the calendar in the district's folder and import it again.",
            OwnerId = student.Plans.First(plan => plan.Plan.PlanId == due.PlanId).Plan.CaseManagerId,
        };
}
