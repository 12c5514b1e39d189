using System.Globalization;
using NodaTime;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Delivery;
using Notifier.DueDates;
using Notifier.Obligations;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>
/// After a plan changed: who is to be invited to a meeting that was scheduled, and everybody who was told of one that is
/// not so any more, gets one message with what holds. What that is, is found out when the message is sent, so that any
/// number of changes ends in one message or none.
/// </summary>
public sealed class MeetingChanges(NoticeLedger ledger, IQueueSender queue, IClock clock)
{
    public async Task RunAsync(
        string districtId, StudentFile? student, IReadOnlyList<DueDate> dueDates, DistrictRules rules,
        CancellationToken cancellationToken)
    {
        if (student is null)
        {
            return;
        }

        var rows = new List<NoticeRow>();
        await foreach (var row in ledger.AllAsync(districtId, student.Student.StudentId, cancellationToken))
        {
            rows.Add(row);
        }

        var now = clock.GetCurrentInstant();
        var today = rules.File.District.Today(now);
        var chains = ToldChain.Of(rows);
        foreach (var plan in student.Plans)
        {
            var moves = chains.Where(chain => chain.PlanId == plan.Plan.PlanId)
                .GroupBy(chain => chain.RecipientId)
                .SelectMany(own => MeetingMove.Of([.. own], plan, today))
                .ToList();
            var changes = moves.Select(move => (move.Chain.RecipientId, move.Chain.Uid, move.Chain.Last.On));
            var missed = MissedInvitations.Of(plan, dueDates, rows, chains, moves, today)
                .Select(one => (one.RecipientId, MissedInvitations.NameOf(one.On), one.On));
            foreach (var (recipientId, changeOf, on) in changes.Concat(missed))
            {
                await SendAsync(Due(districtId, plan.Plan, recipientId, changeOf, on, rows), now, cancellationToken);
            }

            foreach (var on in FirstInvitations.Of(student, plan, dueDates, rules, rows, chains, moves, today))
            {
                await SendAsync(Invitation(districtId, plan.Plan, on), now, cancellationToken);
            }
        }
    }

    private static NoticeDue Invitation(string districtId, Plan plan, LocalDate on) => new()
    {
        DistrictId = districtId,
        StudentId = plan.StudentId,
        PlanId = plan.PlanId,
        Obligation = ObligationIds.MeetingNotice,
        DueOn = on,
        StepId = FirstInvitations.Step,
        Audience = Audience.Family,
        ChangeOf = MissedInvitations.NameOf(on),
    };

    // Numbered by what the recipient got so far: the same change is one notice, the next change another.
    private static NoticeDue Due(
        string districtId, Plan plan, string recipientId, string changeOf, LocalDate on, List<NoticeRow> rows)
    {
        var number = rows.Count(row => row.PlanId == plan.PlanId && row.RecipientId == recipientId
            && row.Obligation == ObligationIds.MeetingNotice && row.Audience == Audience.Family && row.State != NoticeState.Planned);
        var whose = StableId.Of(changeOf, recipientId)[..8];
        return new NoticeDue
        {
            DistrictId = districtId,
            StudentId = plan.StudentId,
            PlanId = plan.PlanId,
            Obligation = ObligationIds.MeetingNotice,
            DueOn = on,
            StepId = string.Create(CultureInfo.InvariantCulture, $"meeting-change-{whose}-{number}"),
            Audience = Audience.Family,
            RecipientId = recipientId,
            ChangeOf = changeOf,
        };
    }

    // Never taken for one that was handled before the plan changed back and forth.
    private Task SendAsync(NoticeDue due, Instant now, CancellationToken cancellationToken) => queue.SendAsync(
        QueueNames.NoticesDue,
        [due.ToMessage(string.Create(CultureInfo.InvariantCulture, $"{due.ReminderId()}-{now.ToUnixTimeTicks()}"), null)],
        cancellationToken);
}
