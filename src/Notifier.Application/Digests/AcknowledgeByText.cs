using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.DueDates;
using Notifier.Application.PlanDates;
using Notifier.Delivery;
using Notifier.Delivery.Replies;
using Notifier.Reminders;

namespace Notifier.Application.Digests;

/// <summary>
/// A case manager's "OK" to a text acknowledges what that text was about, as far as it is overdue and still open. A number
/// that families are texted at, too, says so to nobody: it is not certain whom it answers.
/// </summary>
public sealed class AcknowledgeByText(
    DistrictFiles districts, DeskReading desks, NoticeLedger ledger, Acknowledgements acknowledgements)
{
    /// <param name="reply">As it came.</param>
    /// <param name="known">Who was texted at its number.</param>
    /// <param name="addressHash">That number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RunAsync(
        InboundReply reply, IReadOnlyList<NumberRow> known, string addressHash, CancellationToken cancellationToken)
    {
        if (!SeenReply.IsIn(reply.Text) || known.Any(number => number.StudentId != NoticeDue.LedgerOfStaff(number.ContactId)))
        {
            return;
        }

        foreach (var number in known)
        {
            if (await districts.GetAsync(number.DistrictId, cancellationToken) is { } file
                && await AnsweredAsync(number, addressHash, reply, cancellationToken) is { } text)
            {
                await AcknowledgeAsync(number.ContactId, text, file, reply, cancellationToken);
            }
        }
    }

    private async Task AcknowledgeAsync(
        string staffId, NoticeRow text, DistrictFile file, InboundReply reply, CancellationToken cancellationToken)
    {
        var on = file.District.Today(reply.At);
        var said = text.Said.Split(' ');
        var found = await desks.ReadAsync(staffId, DistrictRules.Of(file), on, cancellationToken);
        foreach (var (key, reminder) in found.Urgent.Where(one => one.Value.Audience == Audience.CaseManager && one.Value.DueOn < on))
        {
            if (said.Contains(DigestEditions.MarkOf(StaffTextSubject.KeyOf(key, reminder, text.DueOn)), StringComparer.Ordinal))
            {
                await acknowledgements.NoteAsync(
                    OverdueDuty.Of(reminder), on, staffId, $"replied to the text {text.NoticeId[..8]}", cancellationToken);
            }
        }
    }

    private async Task<NoticeRow?> AnsweredAsync(
        NumberRow number, string addressHash, InboundReply reply, CancellationToken cancellationToken)
    {
        NoticeRow? latest = null;
        await foreach (var row in ledger.AllAsync(number.DistrictId, number.StudentId, cancellationToken))
        {
            if (row.Obligation == NoticeDue.StaffText && row.AddressHash == addressHash && row.AttemptedAt <= reply.At
                && NoticeStates.MayReachRecipient(row.State) && !(latest?.AttemptedAt >= row.AttemptedAt))
            {
                latest = row;
            }
        }

        return latest;
    }
}
