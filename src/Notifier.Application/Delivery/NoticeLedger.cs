using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Evidence;
using Notifier.Application.Storage;
using Notifier.Delivery;
using Notifier.Evidence;

namespace Notifier.Application.Delivery;

/// <summary>The notices of the ledger. Every change goes with its evidence, in one transaction.</summary>
public sealed class NoticeLedger(IEntityTables tables, EvidenceLedger evidence)
{
    private const int MostTries = 100;

    private readonly IEntityTable table = tables.Open(LedgerPartition.Table);

    /// <summary>The notices of one reminder, and the head that says whether they are still so when a change is written.</summary>
    public async Task<ReminderNotices> OfReminderAsync(NoticeDue due, CancellationToken cancellationToken)
    {
        // The head first: whatever is written after it was read makes the change fail.
        var head = await evidence.HeadAsync(due.DistrictId, due.StudentId, cancellationToken);
        var rows = new List<NoticeRow>();
        await foreach (var row in table.QueryAsync(
            head.PartitionKey, LedgerPartition.NoticesOf(due.ReminderId()), DeliveryJson.Default.NoticeRow,
            cancellationToken))
        {
            rows.Add(row);
        }

        return new ReminderNotices(head, rows);
    }

    /// <summary>All notices of a student, in no particular order.</summary>
    public IAsyncEnumerable<NoticeRow> AllAsync(
        string districtId, string studentId, CancellationToken cancellationToken) =>
        table.QueryAsync(
            LedgerPartition.Of(districtId, studentId), LedgerPartition.AllNotices, DeliveryJson.Default.NoticeRow,
            cancellationToken);

    public Task<NoticeRow?> FindAsync(
        string districtId, string studentId, string reminderId, string noticeId, CancellationToken cancellationToken) =>
        table.GetAsync(
            LedgerPartition.Of(districtId, studentId), LedgerPartition.NoticeKey(reminderId, noticeId),
            DeliveryJson.Default.NoticeRow, cancellationToken);

    /// <summary>Writes one change if nothing in the student's partition was written since the head was read.</summary>
    /// <returns>The hash of the evidence afterwards; null when something was written: read again and decide again.</returns>
    /// <exception cref="InvalidOperationException">The notice may not make this move.</exception>
    public Task<string?> WriteAsync(
        EvidenceHeadRow head, NoticeRow? from, NoticeChange change, CancellationToken cancellationToken)
    {
        if (from is not null && from.State != change.Row.State && !NoticeStates.CanMove(from.State, change.Row.State))
        {
            throw new InvalidOperationException(
                $"Notice {from.NoticeId} cannot go from {from.State} to {change.Row.State}.");
        }

        return evidence.TryAppendAsync(
            head,
            [TableChange.Upsert(change.Row, DeliveryJson.Default.NoticeRow), .. change.Beside],
            change.Entries,
            cancellationToken);
    }

    /// <summary>Decides on the notice as it stands and writes the decision, as often as somebody else is faster.</summary>
    /// <param name="place">Where the notice stands.</param>
    /// <param name="decide">The change to make; null: none. Called anew on each try.</param>
    /// <param name="written">The notice as the caller wrote it last: while nothing was written since, it is not read again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The notice as it stands afterwards; null when there is none.</returns>
    public Task<NoticeRow?> ChangeAsync(
        OpenAttemptRow place, Func<NoticeRow, NoticeChange?> decide, CancellationToken cancellationToken,
        WrittenNotice? written = null) =>
        ChangeAsync(place, row => Task.FromResult(decide(row)), cancellationToken, written);

    /// <summary>The same, for a decision that reads more of the student's partition: anew on each try, like the notice.</summary>
    public async Task<NoticeRow?> ChangeAsync(
        OpenAttemptRow place, Func<NoticeRow, Task<NoticeChange?>> decide, CancellationToken cancellationToken,
        WrittenNotice? written = null)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var head = await evidence.HeadAsync(place.DistrictId, place.StudentId, cancellationToken);
            var row = written is not null && written.Hash == head.Hash
                ? written.Row
                : await FindAsync(
                    place.DistrictId, place.StudentId, place.ReminderId, AttemptId.NoticeIdOf(place.AttemptId),
                    cancellationToken);
            if (row is null || await decide(row) is not { } change)
            {
                return row;
            }

            if (await WriteAsync(head, row, change, cancellationToken) is not null)
            {
                return change.Row;
            }
        }

        throw new LedgerBusyException(place.DistrictId, place.StudentId);
    }

    /// <summary>What is on record about a reminder that was withheld before it had any notice; usually nothing.</summary>
    public Task<WithheldReminderRow?> FindWithheldAsync(NoticeDue due, CancellationToken cancellationToken) =>
        table.GetAsync(
            LedgerPartition.Of(due.DistrictId, due.StudentId), WithheldReminderRow.KeyOf(due.ReminderId()),
            DeliveryJson.Default.WithheldReminderRow, cancellationToken);

    /// <summary>Records that a whole reminder was withheld.</summary>
    /// <returns>False when anything was written since the head was read.</returns>
    public Task<bool> WithholdAsync(
        EvidenceHeadRow head, WithheldReminderRow row, EvidenceEntry entry, CancellationToken cancellationToken) =>
        evidence.AppendAsync(
            head, [TableChange.Upsert(row, DeliveryJson.Default.WithheldReminderRow)], [entry], cancellationToken);
}
