using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Application.Problems;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>
/// Sends one person's overview of a day: read at the moment of sending, claimed before the channel is called, recorded
/// afterwards, like every notice. However often its message comes, it goes out once.
/// </summary>
public sealed class SendDigest(
    DistrictFiles districts, DeskReading desks, NoticeLedger ledger, Suppressions suppressions, NoticeComposer composer,
    AttemptNotice attempt, AttemptIndex index, DeferNotice defer, WithholdNotices withhold, OpenProblem open, DigestEditions editions,
    IClock clock)
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

        await index.EnsureHeldAsync(read.Rows, cancellationToken);
        var recipients = await RecipientsAsync(due, file, read, today, cancellationToken);
        var steps = SendingSteps.For(due, read.Rows, recipients.Reached, [], now);
        foreach (var waiting in steps.Waiting)
        {
            await defer.SendAgainAsync(waiting, cancellationToken);
        }

        if (steps.Dropped.Count > 0)
        {
            await withhold.NoticeAsync(read, steps.Dropped[0].Row, steps.Dropped[0].Reason, "", cancellationToken);
            return false;
        }

        if (steps.ToSend is not [var recipient, ..])
        {
            return await NobodyAsync(due, [.. recipients.Unreached, .. steps.Failed], cancellationToken);
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
        var keys = subject.Found.Keys.ToList();
        var row = (read.Rows.FirstOrDefault(one => one.NoticeId == noticeId)
            ?? NoticeRow.Plan(due, recipient.RecipientId, recipient.Channel, noticeId)) with
        {
            Said = string.Join(' ', keys.Take(MostMarks).Select(DigestEditions.MarkOf)),
            Changes = Cut(string.Join(", ", keys)),
        };
        var content = subject.Compose(composer, recipient, now);
        if (await attempt.RunAsync(read, row, recipient, content, subject, subject.UsefulUntil(now), cancellationToken) != AttemptEnd.Settled)
        {
            // Closed: the next pass finds the next person.
            return false;
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

    private async Task<RecipientChoice> RecipientsAsync(
        NoticeDue due, DistrictFile file, ReminderNotices read, LocalDate today, CancellationToken cancellationToken)
    {
        var question = DeskOwners.QuestionOf(
            due.Part == Recipient.DistrictContactId ? Audience.District : Audience.CaseManager, due.Part, file, today) with
        {
            Closed = [.. read.Rows.Where(row => row.State is NoticeState.NotSent or NoticeState.Failed)
                .Select(row => new ClosedChannel(row.RecipientId, row.Channel, row.Reason))],
        };
        while (true)
        {
            var choice = StaffRecipients.For(question);
            var closed = choice.Reached is [{ RecipientId: not Recipient.DistrictContactId } one]
                && await suppressions.ReasonAsync(due.DistrictId, one.Channel, one.Address, cancellationToken) is { } reason
                    ? new ClosedChannel(one.RecipientId, one.Channel, reason)
                    : null;
            if (closed is null)
            {
                return choice;
            }

            question = question with { Closed = [.. question.Closed, closed] };
        }
    }

    private async Task<bool> NobodyAsync(NoticeDue due, IReadOnlyList<NoRecipient> nobody, CancellationToken cancellationToken)
    {
        foreach (var one in nobody)
        {
            await open.RunAsync(
                new Problem
                {
                    ProblemId = VisibleProblems.IdOf(ProblemKind.RecipientUnreachable, due.DistrictId, due.Part, one.Reason),
                    DistrictId = due.DistrictId,
                    Kind = ProblemKind.RecipientUnreachable,
                    RecipientId = due.Part,
                    What = $"The overview of {due.Part} could be given to nobody: {one.Reason}",
                    Remedy = "Correct the mail addresses in staff.csv and policies.contactEmail, and import the folder again.",
                },
                cancellationToken);
        }

        return true;
    }

    private static string Cut(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters] + " and more";
}
