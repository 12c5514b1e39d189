using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Reminders;

/// <summary>Keeps how far each district's reminders have been raised.</summary>
public sealed class RunProgress(IEntityTables tables)
{
    private const string Row = "reminders";

    private readonly IEntityTable table = tables.Open("Runs");

    /// <summary>
    /// The district's progress. A district seen for the first time begins today: what lies before is raised by whoever
    /// writes it into the agenda.
    /// </summary>
    public async Task<RunProgressRow> GetAsync(string districtId, LocalDate today, CancellationToken cancellationToken)
    {
        var key = StoreKey.Of(districtId);
        while (true)
        {
            if (await table.GetAsync(key, Row, ReminderJson.Default.RunProgressRow, cancellationToken) is { } row)
            {
                return row;
            }

            var yesterday = today.PlusDays(-1);
            var first = new RunProgressRow
            {
                PartitionKey = key,
                RowKey = Row,
                StartedThrough = yesterday,
                DoneThrough = yesterday,
            };
            await table.InsertAsync(first, ReminderJson.Default.RunProgressRow, cancellationToken);
        }
    }

    /// <returns>The row as it stands now; null when somebody else moved on first.</returns>
    public async Task<RunProgressRow?> MoveAsync(RunProgressRow next, CancellationToken cancellationToken) =>
        await table.ReplaceAsync(next, ReminderJson.Default.RunProgressRow, cancellationToken)
            ? await table.GetAsync(next.PartitionKey, Row, ReminderJson.Default.RunProgressRow, cancellationToken)
            : null;
}
