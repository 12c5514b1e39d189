using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Notifier.Application.Storage;
using Notifier.Delivery;

namespace Notifier.Application.Delivery.Paces;

/// <summary>The texts that wait for a moment, so that those of an evening can be counted without reading anything else.</summary>
public sealed class WaitingTexts(IEntityTables tables, NoticeLedger ledger)
{
    private readonly IEntityTable table = tables.Open("WaitingTexts");

    /// <summary>Written before the notice is put off; putting it off again leaves a row that counts no more and is forgotten later.</summary>
    public Task NoteAsync(NoticeRow notice, Instant until, int segments, CancellationToken cancellationToken) =>
        table.UpsertAsync(
            new WaitingTextRow
            {
                PartitionKey = Partition(notice.DistrictId, until),
                RowKey = notice.NoticeId,
                NoticeId = notice.NoticeId,
                DistrictId = notice.DistrictId,
                StudentId = notice.StudentId,
                ReminderId = notice.ReminderId,
                Until = until,
                Segments = segments,
            },
            DeliveryJson.Default.WaitingTextRow,
            cancellationToken);

    /// <summary>How a notice that was put off was noted; null: it was not, or it goes out at a moment given by the sender's pace.</summary>
    public async Task<WaitingTextRow?> FindAsync(NoticeRow notice, CancellationToken cancellationToken) =>
        notice.NotBefore is { } until && notice.PacedFor != until
            ? await table.GetAsync(
                Partition(notice.DistrictId, until), notice.NoticeId, DeliveryJson.Default.WaitingTextRow, cancellationToken)
            : null;

    public Task PutEmailFirstAsync(WaitingTextRow row, string why, CancellationToken cancellationToken) =>
        table.UpsertAsync(row with { EmailFirst = why }, DeliveryJson.Default.WaitingTextRow, cancellationToken);

    /// <summary>
    /// Those of a district that still wait, from one moment until before another; without those that have been given a
    /// moment among all texts of the sender.
    /// </summary>
    public async IAsyncEnumerable<WaitingText> ListAsync(
        string districtId, Instant from, Instant until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryPartitionsAsync(
            Partition(districtId, from), Partition(districtId, until + Duration.FromHours(1)),
            DeliveryJson.Default.WaitingTextRow, cancellationToken))
        {
            if (row.Until >= from && row.Until < until
                && await ledger.FindAsync(row.DistrictId, row.StudentId, row.ReminderId, row.NoticeId, cancellationToken)
                    is { State: NoticeState.Planned } stands && stands.NotBefore == row.Until && stands.PacedFor != row.Until)
            {
                yield return new WaitingText(row, stands);
            }
        }
    }

    /// <summary>Nobody asks any more how texts of so long ago were noted.</summary>
    public async Task ForgetAsync(string districtId, Instant before, CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryPartitionsAsync(
            Partition(districtId, Instant.FromUtc(2000, 1, 1, 0, 0)), Partition(districtId, before),
            DeliveryJson.Default.WaitingTextRow, cancellationToken))
        {
            await table.DeleteAsync(row.PartitionKey, row.RowKey, null, cancellationToken);
        }
    }

    private static string Partition(string districtId, Instant moment) =>
        $"{StoreKey.Of(districtId)}|{moment.ToString("uuuu-MM-dd'T'HH", CultureInfo.InvariantCulture)}";
}
