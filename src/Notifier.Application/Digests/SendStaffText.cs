using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.DueDates;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Digests;

/// <summary>
/// Texts one member of staff, who chose so, that something new cannot wait: once for each duty, in the hours of texts, and
/// never after a STOP. The mail says what it is.
/// </summary>
public sealed class SendStaffText(
    DistrictFiles districts, DeskReading desks, NoticeLedger ledger, Suppressions suppressions, TextedNumbers numbers, TextPace pace,
    NoticeComposer composer, AttemptNotice attempt, AttemptIndex index, DeferNotice defer, WithholdNotices withhold, IClock clock)
{
    private const int MostPasses = 50;

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
        await index.EnsureHeldAsync(read.Rows, cancellationToken);
        if (read.Rows.Any(row => row.State != NoticeState.Planned))
        {
            // Attempted, or withheld: no other way is tried, the mail has said it.
            return true;
        }

        var member = file.Staff.FirstOrDefault(one => one.StaffId == due.Part);
        if (due.DueOn != today || StaffTextRecipient.For(member, file.District, today) is not { } recipient)
        {
            return await NotSentAsync(
                due, read, due.DueOn != today ? WithholdReason.TooLate : WithholdReason.NoTextConsent, cancellationToken);
        }

        var found = await desks.ReadAsync(due.Part, DistrictRules.Of(file), today, cancellationToken);
        var texted = await TextedAsync(due, cancellationToken);
        var urgent = found.Urgent
            .ToDictionary(one => StaffTextSubject.KeyOf(one.Key, one.Value, today), one => one.Value, StringComparer.Ordinal)
            .Where(one => !texted.Contains(DigestEditions.MarkOf(one.Key)))
            .ToDictionary(StringComparer.Ordinal);
        var noticeId = due.NoticeIdFor(recipient.RecipientId, recipient.Channel);
        var row = (read.Rows.FirstOrDefault(one => one.NoticeId == noticeId)
            ?? NoticeRow.Plan(due, recipient.RecipientId, recipient.Channel, noticeId)) with
        {
            Said = string.Join(' ', urgent.Keys.Order(StringComparer.Ordinal).Take(MostMarks).Select(DigestEditions.MarkOf)),
        };
        return urgent.Count == 0
            ? await NotSentAsync(due, read, WithholdReason.NoLongerOwed, cancellationToken)
            : await suppressions.ReasonAsync(due.DistrictId, Channel.Sms, recipient.Address, cancellationToken) is { } reason
                ? await WithholdAsync(read, row, recipient, WithholdReason.AddressSuppressed, reason, cancellationToken)
                : await SendAsync(
                    read, row, recipient, new StaffTextSubject(due.Part, today, urgent, file.District), now, cancellationToken);
    }

    private async Task<bool> SendAsync(
        ReminderNotices read, NoticeRow row, Recipient recipient, StaffTextSubject subject, Instant now, CancellationToken cancellationToken)
    {
        // A STOP may come before the provider's answer does.
        await numbers.RememberAsync(row, Suppressions.HashOf(Channel.Sms, recipient.Address), cancellationToken);
        var usefulUntil = subject.UsefulUntil(now);
        var allowedAt = AllowedHours.Of(subject.District.Policies).Next(Channel.Sms, now, recipient.TimeZone);
        var content = subject.Compose(composer, recipient, now);
        if (allowedAt <= now && (row.PacedFor is null || row.PacedFor != row.NotBefore))
        {
            allowedAt = await pace.MomentAsync(content.Text, now, cancellationToken);
            row = allowedAt > now ? row with { PacedFor = allowedAt } : row;
        }

        if (allowedAt >= usefulUntil)
        {
            return await WithholdAsync(read, row, recipient, WithholdReason.TooLate, "", cancellationToken);
        }

        return allowedAt > now
            ? await defer.RunAsync(read, row, recipient, allowedAt, SegmentCount.Of(content.Text).Segments, cancellationToken)
            : await attempt.RunAsync(read, row, recipient, content, subject, usefulUntil, cancellationToken) != AttemptEnd.Overtaken;
    }

    /// <summary>The marks of every duty this person was texted of, on whatever day.</summary>
    private async Task<HashSet<string>> TextedAsync(NoticeDue due, CancellationToken cancellationToken)
    {
        var texted = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in ledger.AllAsync(due.DistrictId, due.StudentId, cancellationToken))
        {
            if (row is { Channel: Channel.Sms, AttemptedAt: not null } && row.Obligation == NoticeDue.StaffText
                && NoticeStates.MayReachRecipient(row.State))
            {
                texted.UnionWith(row.Said.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return texted;
    }

    private async Task<bool> NotSentAsync(
        NoticeDue due, ReminderNotices read, WithholdReason reason, CancellationToken cancellationToken) =>
        read.Rows.Count == 0 || await withhold.ReminderAsync(due, read, reason, "", cancellationToken);

    private Task<bool> WithholdAsync(
        ReminderNotices read, NoticeRow row, Recipient recipient, WithholdReason reason, string detail, CancellationToken cancellationToken) =>
        withhold.NoticeAsync(read, row, recipient, reason, detail, cancellationToken);
}
