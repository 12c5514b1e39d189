using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.Evidence;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.DueDates;

/// <summary>
/// Finds the meetings a family was told of that the plan does not have any more, or has at another time or place. A
/// notice that went out cannot be called back: somebody must call.
/// </summary>
public sealed class MovedMeetings(NoticeLedger notices, EvidenceLedger evidence)
{
    public async Task<IReadOnlyList<MovedMeeting>> FindAsync(
        PlanChange change, StudentFile? student, DistrictRules rules, LocalDate today, CancellationToken cancellationToken)
    {
        var told = new List<NoticeRow>();
        await foreach (var row in notices.AllAsync(change.DistrictId, change.StudentId, cancellationToken))
        {
            if (row is { Audience: Audience.Family, Meeting: not null } && NoticeStates.MayReachRecipient(row.State))
            {
                told.Add(row);
            }
        }

        var moved = new List<MovedMeeting>();
        List<EvidenceRow>? opened = null;
        foreach (var same in told.GroupBy(row => (row.PlanId, Meeting: row.Meeting!)))
        {
            var plan = student?.Plans.FirstOrDefault(one => one.Plan.PlanId == same.Key.PlanId);
            var isAhead = same.Key.Meeting.On >= today;
            if (Stands(plan, same.Key.Meeting) || (!isAhead && Planned(plan).All(one => one.On < today)))
            {
                continue;
            }

            var since = rules.File.District.Today(same.Min(row => row.AttemptedAt!.Value));
            var now = Nearest(plan, same.Key.Meeting.On, since);
            var problem = ToProblem(change, same.Key.PlanId, plan, same.Key.Meeting, now);
            opened ??= await OpenedAsync(change, cancellationToken);
            if (LastOpened(opened, problem, now) is not { } at || !IsSettled(at, plan, rules, now, [.. same], told))
            {
                moved.Add(new MovedMeeting(problem, isAhead));
            }
        }

        return moved;
    }

    // On the very day with the very details; or held on that day, whatever became of the planned one.
    private static bool Stands(PlanRecord? plan, ToldMeeting told) =>
        Planned(plan).Any(one => ToldMeeting.Of(one) == told)
        || (plan?.Dates.Any(date => date.Kind == PlanDateKind.IepMeetingHeld && date.Date == told.On) ?? false);

    private static IEnumerable<MeetingFacts> Planned(PlanRecord? plan) =>
        plan?.Dates.Where(date => date.Kind == PlanDateKind.MeetingScheduled).Select(MeetingFacts.From) ?? [];

    private static MeetingFacts? Nearest(PlanRecord? plan, LocalDate on, LocalDate since) =>
        Planned(plan)
            .Where(one => one.On >= since)
            .OrderBy(one => Math.Abs(Period.DaysBetween(on, one.On)))
            .ThenBy(one => one.On)
            .FirstOrDefault();

    private async Task<List<EvidenceRow>> OpenedAsync(PlanChange change, CancellationToken cancellationToken)
    {
        var opened = new List<EvidenceRow>();
        await foreach (var row in evidence.ReadAsync(change.DistrictId, change.StudentId, cancellationToken))
        {
            if (row.Kind == EvidenceKind.ProblemOpened
                && EvidenceDetail.Find(row.Detail, "kind") == nameof(ProblemKind.MeetingMoved))
            {
                opened.Add(row);
            }
        }

        return opened;
    }

    // Also when what the plan says now was found not to hold in between: the family must then be told of it once more.
    private static Instant? LastOpened(List<EvidenceRow> opened, Problem problem, MeetingFacts? now) =>
        opened
            .Where(row => EvidenceDetail.Find(row.Detail, "problem") == problem.ProblemId
                || (row.PlanId == problem.PlanId && now is not null && EvidenceDetail.Find(row.Detail, "part") == Iso(now.On)))
            .Select(row => (Instant?)row.At)
            .Max();

    // Whatever was recorded or sent before the change was found may have spoken of the old meeting.
    private static bool IsSettled(
        Instant opened, PlanRecord? plan, DistrictRules rules, MeetingFacts? now, IReadOnlyList<NoticeRow> mistold,
        IReadOnlyList<NoticeRow> told)
    {
        var day = rules.File.District.Today(opened);
        if (plan?.Dates.Any(date => date.Kind == PlanDateKind.ObligationMet && date.Date >= day
            && date.Detail == ObligationIds.MeetingNotice.Value) ?? false)
        {
            return true;
        }

        return now is not null && mistold.All(old => told.Any(row =>
            row.PlanId == old.PlanId && row.RecipientId == old.RecipientId && row.AttemptedAt > opened
            && row.State is NoticeState.Accepted or NoticeState.Sent or NoticeState.Delivered
            && row.Meeting == ToldMeeting.Of(now)));
    }

    private static Problem ToProblem(
        PlanChange change, string planId, PlanRecord? plan, ToldMeeting told, MeetingFacts? now)
    {
        var (on, next) = (Iso(told.On), now is null ? "none" : Iso(now.On));
        return new Problem
        {
            ProblemId = VisibleProblems.IdOf(
                ProblemKind.MeetingMoved, change.DistrictId, planId, on, told.As, next,
                now is null ? "" : ToldMeeting.Of(now).As),
            DistrictId = change.DistrictId,
            Kind = ProblemKind.MeetingMoved,
            StudentId = change.StudentId,
            PlanId = planId,
            Obligation = ObligationIds.MeetingNotice.Value,
            Part = on,
            What = now?.On == told.On
                ? $"The family was told of a meeting on {on}; the plan now has another time or place for it: call them."
                : $"The family was told of a meeting on {on}; the plan now says {next}: call them.",
            Remedy = $"Once they know, record obligationMet with the detail {ObligationIds.MeetingNotice} and the day of the "
                + "call; if the plan is wrong, mend its meetingScheduled. Then import the district's folder again.",
            OwnerId = plan?.Plan.CaseManagerId ?? "",
        };
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
