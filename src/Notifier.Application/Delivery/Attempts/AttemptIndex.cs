using System.Runtime.CompilerServices;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Storage;
using Notifier.Delivery;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>
/// The attempts whose outcome is open, so that settling them reads these and nothing else; and, for receipts, the
/// attempts a provider accepted.
/// </summary>
/// <remarks>
/// A row is written before the attempt is claimed and removed after its outcome is recorded, so a crash leaves a row too
/// many, never one too few.
/// </remarks>
public sealed class AttemptIndex(IEntityTables tables, AwaitedReports awaited)
{
    private readonly IEntityTable open = tables.Open("OpenAttempts");
    private readonly IEntityTable accepted = tables.Open("AcceptedAttempts");
    private readonly IEntityTable claimed = tables.Open("ClaimedMessages");

    public Task OpenAsync(OpenAttemptRow row, CancellationToken cancellationToken) =>
        open.UpsertAsync(row, DeliveryJson.Default.OpenAttemptRow, cancellationToken);

    /// <summary>
    /// Attempts under way or of unknown outcome are left alone; whoever settles them must find them. A row that is there
    /// stays as it is.
    /// </summary>
    public async Task EnsureHeldAsync(IEnumerable<NoticeRow> rows, CancellationToken cancellationToken)
    {
        foreach (var held in rows.Where(row => row.State is NoticeState.Attempting or NoticeState.Unknown))
        {
            await open.InsertAsync(RowFor(held, held.AttemptedAt!.Value), DeliveryJson.Default.OpenAttemptRow, cancellationToken);
        }
    }

    public Task CloseAsync(string attemptId, CancellationToken cancellationToken) =>
        open.DeleteAsync(OpenPartition(attemptId), attemptId, null, cancellationToken);

    /// <summary>Remembers where the notice stands, for receipts that come later, and that the final one is waited for.</summary>
    public Task KeepForReceiptsAsync(OpenAttemptRow row, CancellationToken cancellationToken) =>
        Task.WhenAll(
            awaited.AwaitAsync(row, cancellationToken),
            accepted.UpsertAsync(
                row with { PartitionKey = AcceptedPartition(row.AttemptId), ETag = "" },
                DeliveryJson.Default.OpenAttemptRow,
                cancellationToken));

    /// <summary>The final receipt came: nothing of the attempt is open.</summary>
    public async Task CloseAsync(OpenAttemptRow place, CancellationToken cancellationToken)
    {
        await awaited.ReportedAsync(place, cancellationToken);
        await CloseAsync(place.AttemptId, cancellationToken);
    }

    /// <summary>
    /// For a row that <see cref="FindAsync"/> found among those that are open: what <see cref="KeepForReceiptsAsync"/> and
    /// <see cref="ClaimAsync"/> do once the call was answered.
    /// </summary>
    public async Task KeepIfOpenAsync(OpenAttemptRow row, string? providerId, CancellationToken cancellationToken)
    {
        if (row.PartitionKey == OpenPartition(row.AttemptId))
        {
            await KeepForReceiptsAsync(row, cancellationToken);
            if (providerId is not null)
            {
                await ClaimAsync(providerId, row.AttemptId, cancellationToken);
            }
        }
    }

    /// <summary>Notes that a provider's message is this attempt's.</summary>
    /// <returns>False when it is another's.</returns>
    public async Task<bool> ClaimAsync(string providerId, string attemptId, CancellationToken cancellationToken)
    {
        var id = StableId.Of(providerId);
        var row = new ClaimedMessageRow { PartitionKey = id[..3], RowKey = id, AttemptId = attemptId };
        return await claimed.InsertAsync(row, DeliveryJson.Default.ClaimedMessageRow, cancellationToken)
            || (await claimed.GetAsync(id[..3], id, DeliveryJson.Default.ClaimedMessageRow, cancellationToken))
                ?.AttemptId == attemptId;
    }

    /// <summary>Everything open, in no particular order.</summary>
    public async IAsyncEnumerable<OpenAttemptRow> ListOpenAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Partitions are single hexadecimal digits; 'g' comes after the last.
        await foreach (var row in open.QueryPartitionsAsync(
            "0", "g", DeliveryJson.Default.OpenAttemptRow, cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>Null when no such attempt was accepted or is open.</summary>
    public async Task<OpenAttemptRow?> FindAsync(string attemptId, CancellationToken cancellationToken) =>
        await accepted.GetAsync(
            AcceptedPartition(attemptId), attemptId, DeliveryJson.Default.OpenAttemptRow, cancellationToken)
        // A receipt may come before the answer to the call it belongs to.
        ?? await open.GetAsync(
            OpenPartition(attemptId), attemptId, DeliveryJson.Default.OpenAttemptRow, cancellationToken);

    public static OpenAttemptRow RowFor(NoticeRow notice, NodaTime.Instant startedAt) =>
        new()
        {
            PartitionKey = OpenPartition(notice.AttemptId),
            RowKey = notice.AttemptId,
            AttemptId = notice.AttemptId,
            DistrictId = notice.DistrictId,
            StudentId = notice.StudentId,
            ReminderId = notice.ReminderId,
            StartedAt = startedAt,
            Channel = notice.Channel,
        };

    private static string OpenPartition(string attemptId) => attemptId[..1];

    private static string AcceptedPartition(string attemptId) => attemptId[..Math.Min(3, attemptId.Length)];
}
