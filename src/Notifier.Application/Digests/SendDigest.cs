using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Notices;

namespace Notifier.Application.Digests;

/// <summary>
/// Sends one person's overview of a day: read at the moment of sending, claimed before the channel is called, recorded
/// afterwards, like every notice. However often its message comes, it goes out once.
/// </summary>
public sealed class SendDigest(
    DistrictFiles districts, DeskReading desks, NoticeLedger ledger, NoticeComposer composer, DeskRecipients desk,
    AttemptNotice attempt, WithholdNotices withhold, DigestEditions editions, StaffTexts texts, IClock clock)
{
    private const int MostPasses = 50;

    // The evidence of a long overview names this much of it; its hash stands for all.
    private const int MostCharacters = 8_000;

    // As many as a row holds.
    private const int MostMarks = 3_000;

    public Task RunAsync(NoticeDue due, CancellationToken cancellationToken) =>
        LedgerPasses.RunAsync(due, MostPasses, () => PassAsync(due, cancellationToken));

    private async Task<bool> PassAsync(NoticeDue due, CancellationToken cancellationToken)
    {
        // The ledger first: whatever is written after it was read makes the claim fail.
        var read = await ledger.OfReminderAsync(due, cancellationToken);
        var file = await districts.GetAsync(due.DistrictId, cancellationToken)
            ?? throw new InvalidOperationException($"District {due.DistrictId} is not on file: import its folder again.");
        var now = clock.GetCurrentInstant();
        var today = file.District.Today(now);
        if (due.DueOn != today)
        {
            return read.Rows.Count == 0
                || await withhold.ReminderAsync(due, read, WithholdReason.TooLate, "", cancellationToken);
        }

        var turn = await desk.NextAsync(due, "overview", file, read, now, cancellationToken);
        if (turn.Recipient is not { } recipient)
        {
            if (turn.IsDone && read.Rows.Any(row => row.AttemptedAt is not null))
            {
                // The program may have ended before it reached the queue.
                await texts.QueueAsync(due, file, today, cancellationToken);
            }

            return turn.IsDone;
        }

        var rules = DistrictRules.Of(file);
        var found = await desks.ReadAsync(due.Part, rules, today, cancellationToken);
        if (due.IsAddition)
        {
            var said = await editions.SaidAsync(due.DistrictId, due.Part, today, cancellationToken);
            found = found.Except(key => DigestEditions.Say(said, key));
        }

        var subject = new DigestSubject(due.Part, today, found, rules, due.IsAddition);
        if (!DigestSections.AskForAttention(subject.FactsFor(recipient)))
        {
            // Nothing when there is nothing, and no evidence of it either.
            return read.Rows.Count == 0
                || await withhold.ReminderAsync(due, read, WithholdReason.NoLongerOwed, "", cancellationToken);
        }

        return await SendAsync(due, read, recipient, subject, rules, cancellationToken);
    }

    private async Task<bool> SendAsync(
        NoticeDue due, ReminderNotices read, Recipient recipient, DigestSubject subject, DistrictRules rules,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var noticeId = due.NoticeIdFor(recipient.RecipientId, recipient.Channel);
        var shown = DigestShown.Of(subject.FactsFor(recipient));
        var keys = subject.Found.KeysOf(shown).ToList();
        var row = (read.Rows.FirstOrDefault(one => one.NoticeId == noticeId)
            ?? NoticeRow.Plan(due, recipient.RecipientId, recipient.Channel, noticeId)) with
        {
            Said = Marks(keys),
            OnlyCounted = Marks(subject.Found.KeysLeftBy(shown)),
            Changes = Cut(string.Join(", ", keys)),
        };
        var content = subject.Compose(composer, recipient, now);
        if (await attempt.RunAsync(read, row, recipient, content, subject, subject.UsefulUntil(now), cancellationToken) != AttemptEnd.Settled)
        {
            // Closed: the next pass finds the next person.
            return false;
        }

        if (subject.Found.Urgent.Count > 0)
        {
            await texts.QueueAsync(due, rules.File, due.DueOn, cancellationToken);
        }

        await AddMissedAsync(due, rules, cancellationToken);
        return true;
    }

    // What came in while this one was written was left to it, and is not in it.
    private async Task AddMissedAsync(NoticeDue due, DistrictRules rules, CancellationToken cancellationToken)
    {
        var stands = await desks.ReadAsync(due.Part, rules, due.DueOn, cancellationToken);
        if (stands.Urgent.Count == 0)
        {
            return;
        }

        var said = await editions.SaidAsync(due.DistrictId, due.Part, due.DueOn, cancellationToken);
        if (stands.Urgent.Keys.Any(key => !DigestEditions.Say(said, key)))
        {
            await editions.QueueNextAsync(due.DistrictId, due.Part, due.DueOn, said, cancellationToken);
        }
    }

    private static string Marks(IEnumerable<string> keys) => string.Join(' ', keys.Take(MostMarks).Select(DigestEditions.MarkOf));

    private static string Cut(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters] + " and more";
}
