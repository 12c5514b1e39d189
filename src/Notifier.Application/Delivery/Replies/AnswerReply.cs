using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Notices;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Replies;

/// <summary>
/// Sends the one text that answers a reply: to the number that wrote, at any hour, and also where texts have ended. No
/// other way is tried when it fails.
/// </summary>
public sealed class AnswerReply(
    NoticeLedger ledger, KeptReplies replies, DistrictFiles districts, StudentFiles students, NoticeComposer composer,
    AttemptNotice attempt, DeferNotice defer, WithholdNotices withhold, IClock clock)
{
    private const int MostPasses = 50;

    public Task RunAsync(NoticeDue due, CancellationToken cancellationToken) =>
        LedgerPasses.RunAsync(due, MostPasses, () => PassAsync(due, cancellationToken));

    private async Task<bool> PassAsync(NoticeDue due, CancellationToken cancellationToken)
    {
        var read = await ledger.OfReminderAsync(due, cancellationToken);
        var reply = await replies.FindAsync(due.DistrictId, due.StudentId, due.ReplyId!, cancellationToken);
        var file = await districts.GetAsync(due.DistrictId, cancellationToken);
        var student = await students.GetAsync(due.DistrictId, due.StudentId, cancellationToken);
        var contact = student?.Contacts.FirstOrDefault(one => one.ContactId == due.RecipientId);
        // The number is known by its hash alone; when the contact has another one now, there is nobody to answer.
        if (reply is null || file is null || contact is null
            || Suppressions.HashOf(Channel.Sms, contact.Phone) != reply.AddressHash)
        {
            return true;
        }

        var row = read.Rows is [var first, ..] ? first : NewRow(due, contact);
        var now = clock.GetCurrentInstant();
        var usefulUntil = reply.At + ReplyAnswers.UsefulFor(reply.Meaning);
        switch (row)
        {
            case { State: not NoticeState.Planned }:
                return true;
            case { NotBefore: { } until } when until > now:
                await defer.SendAgainAsync(row, cancellationToken);
                return true;
            case var _ when now >= usefulUntil:
                return await withhold.NoticeAsync(
                    read, row, ToRecipient(contact, file.District), WithholdReason.TooLate, "", cancellationToken);
            default:
                return await SendAsync(read, row, contact, new ReplySubject(reply, student!, file.District), usefulUntil, cancellationToken);
        }
    }

    private async Task<bool> SendAsync(
        ReminderNotices read, NoticeRow row, Contact contact, ReplySubject subject, Instant usefulUntil,
        CancellationToken cancellationToken)
    {
        var recipient = ToRecipient(contact, subject.District);
        var content = subject.Compose(composer, recipient, clock.GetCurrentInstant());
        return await attempt.RunAsync(read, row, recipient, content, subject, usefulUntil, cancellationToken) != AttemptEnd.Overtaken;
    }

    private static NoticeRow NewRow(NoticeDue due, Contact contact) =>
        NoticeRow.Plan(due, contact.ContactId, Channel.Sms, due.NoticeIdFor(contact.ContactId, Channel.Sms));

    private static Recipient ToRecipient(Contact contact, District district) => new()
    {
        RecipientId = contact.ContactId,
        Name = contact.Name,
        Language = contact.Language,
        Channel = Channel.Sms,
        Address = contact.Phone,
        TimeZone = contact.TimeZone ?? district.TimeZone,
    };
}
