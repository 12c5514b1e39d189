using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Digests;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Delivery;

namespace Notifier.Application.Summaries;

/// <summary>
/// Sends one person's summary of a week: claimed before the channel is called, recorded afterwards, like every notice.
/// However often its message comes, it goes out once.
/// </summary>
public sealed class SendSummary(
    DistrictFiles districts, KeptRates kept, NoticeLedger ledger, NoticeComposer composer, DeskRecipients desk,
    AttemptNotice attempt, WithholdNotices withhold, IClock clock)
{
    private const int MostPasses = 50;

    public Task RunAsync(NoticeDue due, CancellationToken cancellationToken) =>
        LedgerPasses.RunAsync(due, MostPasses, () => PassAsync(due, cancellationToken));

    private async Task<bool> PassAsync(NoticeDue due, CancellationToken cancellationToken)
    {
        // The ledger first: whatever is written after it was read makes the claim fail.
        var read = await ledger.OfReminderAsync(due, cancellationToken);
        var file = await districts.GetAsync(due.DistrictId, cancellationToken)
            ?? throw new InvalidOperationException($"District {due.DistrictId} is not on file: import its folder again.");
        var now = clock.GetCurrentInstant();
        var subject = new SummarySubject(
            due.Part, due.DueOn, await kept.OnAsync(due.DistrictId, due.DueOn, cancellationToken), DistrictRules.Of(file));
        if (now >= subject.UsefulUntil(now))
        {
            return await NotSentAsync(due, read, WithholdReason.TooLate, cancellationToken);
        }

        var turn = await desk.NextAsync(due, "summary", file, read, now, cancellationToken);
        if (turn.Recipient is not { } recipient)
        {
            return turn.IsDone;
        }

        var facts = subject.FactsFor(recipient);
        if (!facts.SaysSomething)
        {
            return await NotSentAsync(due, read, WithholdReason.NoLongerOwed, cancellationToken);
        }

        var noticeId = due.NoticeIdFor(recipient.RecipientId, recipient.Channel);
        var row = (read.Rows.FirstOrDefault(one => one.NoticeId == noticeId)
            ?? NoticeRow.Plan(due, recipient.RecipientId, recipient.Channel, noticeId)) with
        {
            Changes = string.Join(", ", facts.Open.Select(line => $"{line.Cycle.PlanId}/{line.Cycle.Duty.Id}/{line.Cycle.DueOn:uuuu-MM-dd}")),
        };
        var content = subject.Compose(composer, recipient, now);
        return await attempt.RunAsync(read, row, recipient, content, subject, subject.UsefulUntil(now), cancellationToken)
            == AttemptEnd.Settled;
    }

    // Nothing when there is nothing, and no evidence of it either.
    private async Task<bool> NotSentAsync(
        NoticeDue due, ReminderNotices read, WithholdReason reason, CancellationToken cancellationToken) =>
        read.Rows.Count == 0 || await withhold.ReminderAsync(due, read, reason, "", cancellationToken);
}
