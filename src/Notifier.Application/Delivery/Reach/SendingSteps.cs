using NodaTime;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.Delivery.Reach;

/// <summary>What is to be done for one reminder, given the notices on record and who receives it now.</summary>
public sealed record SendingSteps
{
    /// <summary>Planned for a later moment: it must be certain that a message for it is on the queue.</summary>
    public required IReadOnlyList<NoticeRow> Waiting { get; init; }

    /// <summary>Planned for somebody who does not receive it any more, or not over this channel.</summary>
    public required IReadOnlyList<(NoticeRow Row, WithholdReason Reason)> Dropped { get; init; }

    public required IReadOnlyList<Recipient> ToSend { get; init; }

    /// <summary>Last resorts that failed, too: there is no other channel and nobody else.</summary>
    public required IReadOnlyList<NoRecipient> Failed { get; init; }

    public static SendingSteps For(
        NoticeDue due,
        IReadOnlyList<NoticeRow> rows,
        IReadOnlyList<Recipient> reached,
        IReadOnlyList<Contact> contacts,
        Instant now)
    {
        // Of the staff one person is told: once somebody has it, a change of case manager tells nobody else.
        var told = due.Audience != Audience.Family && rows.Any(row => NoticeStates.MayReachRecipient(row.State));
        var planned = rows.Where(row => row.State == NoticeState.Planned).ToList();
        var waiting = planned
            .Where(row => row.NotBefore > now && reached.Any(one => IsFor(row, one)))
            .ToList();
        return new SendingSteps
        {
            Waiting = [.. waiting.Where(row => Concerns(due, row.RecipientId, reached))],
            Dropped = [.. planned
                .Where(row => told || !reached.Any(one => IsFor(row, one)))
                .Select(row => (row, ReasonFor(row, reached, contacts)))],
            Failed = told ? [] : [.. reached
                .Where(one => rows.Any(row => IsFor(row, one) && row.State is NoticeState.NotSent or NoticeState.Failed))
                .Select(one => new NoRecipient(
                    due.Audience == Audience.Family ? one.RecipientId : null, $"Every way to reach {one.RecipientId} failed."))],
            ToSend = told ? [] : [.. reached.Where(one =>
                (Concerns(due, one.RecipientId, reached) || IsLeftOut(due, one, rows))
                && IsOpen(one, rows, waiting) && !IsToldAs(one, rows, reached))],
        };
    }

    private static bool IsOpen(Recipient recipient, IReadOnlyList<NoticeRow> rows, List<NoticeRow> waiting) =>
        !waiting.Exists(row => IsFor(row, recipient))
        && !rows.Any(row => row.RecipientId == recipient.RecipientId
            && (NoticeStates.MayReachRecipient(row.State)
                || (row.Channel == recipient.Channel && NoticeStates.IsClosed(row.State) && !row.MayOpenAgain)));

    // The same person under a new id, or a second contact of one phone after the first is gone.
    private static bool IsToldAs(Recipient recipient, IReadOnlyList<NoticeRow> rows, IReadOnlyList<Recipient> reached) =>
        rows.Any(row => row.Channel == recipient.Channel
            && NoticeStates.MayReachRecipient(row.State)
            && reached.All(one => one.RecipientId != row.RecipientId)
            && row.AddressHash == Suppressions.HashOf(recipient.Channel, recipient.Address));

    private static bool IsFor(NoticeRow row, Recipient recipient) =>
        row.RecipientId == recipient.RecipientId && row.Channel == recipient.Channel;

    // Whoever the message names: who stood for another of the same number may have got a new one. A change of a meeting is
    // a reminder of its own for each person.
    private static bool IsLeftOut(NoticeDue due, Recipient recipient, IReadOnlyList<NoticeRow> rows) =>
        due.ChangeOf is null && rows.All(row => row.RecipientId != recipient.RecipientId);

    // A message for one guardian leaves what waits for the other to the other's own message, while the one is on file;
    // of the staff whoever answers now.
    private static bool Concerns(NoticeDue due, string recipientId, IReadOnlyList<Recipient> reached) =>
        due.RecipientId is null || due.Audience != Audience.Family || due.RecipientId == recipientId
        || (due.ChangeOf is null && reached.All(one => one.RecipientId != due.RecipientId));

    private static WithholdReason ReasonFor(
        NoticeRow row, IReadOnlyList<Recipient> reached, IReadOnlyList<Contact> contacts) =>
        contacts.FirstOrDefault(one => one.ContactId == row.RecipientId) switch
        {
            null when reached.Any(one => one.RecipientId == row.RecipientId) => WithholdReason.OtherChannel,
            null => WithholdReason.RecipientGone,
            { ReceivesNotices: false } => WithholdReason.ReceivesNoNotices,
            { TextConsentOn: null } when row.Channel == Channel.Sms => WithholdReason.NoTextConsent,
            _ when reached.Any(one => one.RecipientId == row.RecipientId) => WithholdReason.OtherChannel,
            _ => WithholdReason.AddressSuppressed,
        };
}
