using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Reach;

/// <summary>
/// Whether a member of staff has had the same already that day in another office: who is case manager and supervisor at
/// once, or stands in for the other, is told once.
/// </summary>
public sealed class ToldStaff(NoticeLedger ledger)
{
    public async Task<bool> WasToldAsync(
        NoticeDue due, Plan plan, Recipient recipient, District district, NodaTime.Instant now, CancellationToken cancellationToken)
    {
        // The case manager's own notice is read for nobody else: most notices are such, and cost no reading.
        if (due is { Audience: Audience.Family } or { ProblemId: not null } or { ReplyId: not null }
            || (due.Audience == Audience.CaseManager && recipient.RecipientId == plan.CaseManagerId))
        {
            return false;
        }

        await foreach (var row in ledger.AllAsync(due.DistrictId, due.StudentId, cancellationToken))
        {
            if (row.RecipientId == recipient.RecipientId && row.Audience != due.Audience && row.Audience != Audience.Family
                && (row.PlanId, row.Obligation, row.Part, row.DueOn) == (due.PlanId, due.Obligation, due.Part, due.DueOn)
                && row is { ProblemId: null, ReplyId: null, AttemptedAt: { } at }
                && NoticeStates.MayReachRecipient(row.State) && district.Today(at) == district.Today(now))
            {
                return true;
            }
        }

        return false;
    }
}
