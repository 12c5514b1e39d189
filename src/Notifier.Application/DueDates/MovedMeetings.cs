using NodaTime;
using NodaTime.Text;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Meetings;
using Notifier.Application.Evidence;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Evidence;
using Notifier.Law;
using Notifier.Notices;
using Notifier.Obligations;
using Notifier.PlanDates;

namespace Notifier.Application.DueDates;

/// <summary>
/// Finds the meetings a family was told of that the plan does not have any more, or has at another time or place. Whoever
/// was told is told anew by itself; where little time is left, or the plan is gone or ends before the meeting, somebody
/// must call.
/// </summary>
public sealed class MovedMeetings(NoticeLedger notices, EvidenceLedger evidence)
{
    public async Task<IReadOnlyList<MovedMeeting>> FindAsync(
        PlanChange change, StudentFile? student, DistrictRules rules, LocalDate today, CancellationToken cancellationToken)
    {
        var rows = new List<NoticeRow>();
        await foreach (var row in notices.AllAsync(change.DistrictId, change.StudentId, cancellationToken))
        {
            rows.Add(row);
        }

        var moves = ToldChain.Of(rows)
            .GroupBy(chain => (chain.PlanId, chain.RecipientId))
            .SelectMany(own => Moves([.. own], student?.Plans.FirstOrDefault(one => one.Plan.PlanId == own.Key.PlanId), today));
        var moved = new List<MovedMeeting>();
        List<EvidenceRow>? opened = null;
        foreach (var same in moves.GroupBy(move => (move.Chain.PlanId, move.Chain.Last, move.To)))
        {
            var plan = student?.Plans.FirstOrDefault(one => one.Plan.PlanId == same.Key.PlanId);
            var problem = ToProblem(change, same.Key.PlanId, plan, same.Key.Last, same.Key.To);
            opened ??= await OpenedAsync(change, cancellationToken);
            if (LastOpened(opened, problem) is not { } at || !WasCalled(at, plan, rules))
            {
                moved.Add(new MovedMeeting(problem, plan is null || EndsBy(plan, same.Key.Last.On) || IsNear(same.Key.Last.On, same.Key.To?.On, today)));
            }
        }

        return moved;
    }

    // Without the plan nobody can be told by itself; and whether a meeting after a plan's end still takes place (it may be
    // about that end) only the case manager knows.
    private static IEnumerable<MeetingMove> Moves(IReadOnlyList<ToldChain> chains, PlanRecord? plan, LocalDate today)
    {
        var open = chains.Where(chain => plan is null || EndsBy(plan, chain.Last.On))
            .Where(chain => chain.Last.On >= today && !chain.Last.IsCancelled)
            .Select(chain => new MeetingMove(chain, null));
        return plan is null ? open : open.Concat(MeetingMove.Of(chains, plan, today).Where(move => !EndsBy(plan, move.Chain.Last.On)));
    }

    private static bool EndsBy(PlanRecord plan, LocalDate day) => plan.Dates.Any(date =>
        date.Kind is PlanDateKind.Exited or PlanDateKind.ServiceConsentRevoked && date.Date <= day);

    // The family is told of every change by itself; today or tomorrow a message may be read too late.
    private static bool IsNear(LocalDate on, LocalDate? next, LocalDate today) =>
        on <= today.PlusDays(1) || next <= today.PlusDays(1);

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

    private static Instant? LastOpened(List<EvidenceRow> opened, Problem problem) =>
        opened
            .Where(row => EvidenceDetail.Find(row.Detail, "problem") == problem.ProblemId)
            .Select(row => (Instant?)row.At)
            .Max();

    // Somebody called after the change was found, and put it on record.
    private static bool WasCalled(Instant opened, PlanRecord? plan, DistrictRules rules)
    {
        var day = rules.File.District.Today(opened);
        return plan?.Dates.Any(date => date.Kind == PlanDateKind.ObligationMet && date.Date >= day
            && date.Detail == ObligationIds.MeetingNotice.Value) ?? false;
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
            What = (told.IsCancelled, now?.On == told.On) switch
            {
                _ when now is null && plan is not null && EndsBy(plan, told.On) =>
                    $"The family was told of a meeting on {on}, but the plan ends before it: ask whether it still takes place, and call them.",
                (true, _) => $"The family was told that there is no meeting on {on}; the plan now says {next}: call them.",
                (_, true) => $"The family was told of a meeting on {on}; the plan now has another time or place for it: call them.",
                _ => $"The family was told of a meeting on {on}; the plan now says {next}: call them.",
            },
            Remedy = $"Once they know, record obligationMet with the detail {ObligationIds.MeetingNotice} and the day of the "
                + "call; if the plan is wrong, mend its meetingScheduled. Then import the district's folder again.",
            OwnerId = plan?.Plan.CaseManagerId ?? "",
        };
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
