using System.Runtime.CompilerServices;
using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Reminders;

/// <summary>The reminders of every district, each under its day: a run reads its days and nothing else.</summary>
public sealed class Agenda(IEntityTables tables, AgendaSettings settings)
{
    private readonly IEntityTable table = tables.Open("Agenda");

    /// <summary>Writes a student's entries under their days; one that is there is written again, which changes nothing.</summary>
    public async Task WriteAsync(
        string districtId, string studentId, IEnumerable<AgendaEntry> entries, int revision, CancellationToken cancellationToken)
    {
        foreach (var day in entries.Select(entry => ToRow(districtId, studentId, entry, revision)).GroupBy(row => row.PartitionKey))
        {
            foreach (var rows in day.Chunk(TableTransactions.MostChanges))
            {
                await table.TransactAsync(
                    [.. rows.Select(row => TableChange.Upsert(row, ReminderJson.Default.AgendaRow))], cancellationToken);
            }
        }
    }

    /// <summary>Removes a reminder from a day, unless a newer refresh of the student wrote it.</summary>
    public async Task RemoveAsync(
        string districtId, string studentId, AgendaPlace place, int revision, CancellationToken cancellationToken)
    {
        var row = await FindAsync(districtId, studentId, place, cancellationToken);
        if (row is not null && row.Revision <= revision)
        {
            await table.DeleteAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
        }
    }

    /// <summary>Null: nothing stands there.</summary>
    public Task<AgendaRow?> FindAsync(
        string districtId, string studentId, AgendaPlace place, CancellationToken cancellationToken) =>
        table.GetAsync(
            AgendaPlace.Partition(districtId, place.On, ShardOf(studentId)),
            AgendaPlace.RowKey(studentId, place.ReminderId), ReminderJson.Default.AgendaRow, cancellationToken);

    /// <summary>What stands in one shard from one day to another, both included.</summary>
    public async IAsyncEnumerable<AgendaRow> ReadAsync(
        string districtId,
        LocalDate from,
        LocalDate to,
        int shard,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            var rows = table.QueryAsync(
                AgendaPlace.Partition(districtId, day, shard), RowRange.All, ReminderJson.Default.AgendaRow,
                cancellationToken);
            await foreach (var row in rows)
            {
                yield return row;
            }
        }
    }

    /// <summary>All reminders of a student stand in this shard of their days.</summary>
    public int ShardOf(string studentId) => StableId.Shard(studentId, settings.Shards);

    private AgendaRow ToRow(string districtId, string studentId, AgendaEntry entry, int revision)
    {
        var row = new AgendaRow
        {
            PartitionKey = AgendaPlace.Partition(districtId, entry.Place.On, ShardOf(studentId)),
            RowKey = AgendaPlace.RowKey(studentId, entry.Place.ReminderId),
            Revision = revision,
            DistrictId = districtId,
            StudentId = studentId,
            On = entry.Place.On,
        };
        return entry.Reminder is not { } reminder
            ? row with { IsRefresh = true }
            : row with
            {
                PlanId = reminder.PlanId,
                Obligation = reminder.Obligation,
                Part = reminder.Part,
                DueOn = reminder.DueOn,
                StepId = reminder.StepId,
                Audience = reminder.Audience,
                LastUsefulDay = reminder.LastUsefulDay,
            };
    }
}
