using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Reminders;

/// <summary>Remembers how far each district's audit has come, so that a night's share can be many short calls.</summary>
public sealed class AuditProgress(IEntityTables tables)
{
    private const string Row = "audit";

    private readonly IEntityTable table = tables.Open("Runs");

    /// <summary>
    /// The share that is under way; with none under way, the next one, unless one began today: each night begins one share.
    /// </summary>
    /// <returns>Null: nothing is left for this night, another call has just begun, or the first share begins tomorrow.</returns>
    public async Task<AuditProgressRow?> NextAsync(string districtId, LocalDate today, CancellationToken cancellationToken)
    {
        var key = StoreKey.Of(districtId);
        var stands = await table.GetAsync(key, Row, ReminderJson.Default.AuditProgressRow, cancellationToken);
        if (stands is null)
        {
            // Seen for the first time: its plans are being computed at this moment, which is no fault of the agenda.
            await table.InsertAsync(
                new AuditProgressRow { PartitionKey = key, RowKey = Row, Share = -1, BegunOn = today, IsDone = true },
                ReminderJson.Default.AuditProgressRow,
                cancellationToken);
            return null;
        }

        return !stands.IsDone ? stands
            : stands.BegunOn >= today ? null
            : await MoveAsync(
                stands with { Share = stands.Share + 1, BegunOn = today, ThroughStudentId = "", IsDone = false },
                cancellationToken);
    }

    /// <returns>The row as it stands now; null when another call moved on first.</returns>
    public async Task<AuditProgressRow?> MoveAsync(AuditProgressRow next, CancellationToken cancellationToken) =>
        await table.ReplaceAsync(next, ReminderJson.Default.AuditProgressRow, cancellationToken)
            ? await table.GetAsync(next.PartitionKey, Row, ReminderJson.Default.AuditProgressRow, cancellationToken)
            : null;
}
