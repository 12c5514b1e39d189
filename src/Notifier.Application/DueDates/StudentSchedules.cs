using System.Text.Json;
using Notifier.Application.Evidence;
using Notifier.Application.Json;
using Notifier.Application.Storage;
using Notifier.Evidence;

namespace Notifier.Application.DueDates;

/// <summary>Keeps each student's schedule in the student's ledger partition, beside the evidence of its changes.</summary>
public sealed class StudentSchedules(IEntityTables tables, EvidenceLedger evidence)
{
    private const string Name = "schedule";

    private readonly IEntityTable table = tables.Open(LedgerPartition.Table);

    public async Task<ReadSchedule> ReadAsync(string districtId, string studentId, CancellationToken cancellationToken)
    {
        // The head first: whatever is written after it was read makes the write fail.
        var head = await evidence.HeadAsync(districtId, studentId, cancellationToken);
        var text = await PagedText.ReadAsync(table, head.PartitionKey, Name, cancellationToken);
        var schedule = text.Pages == 0
            ? StudentSchedule.None
            : StoredValue.Read(text.Text, DueDateJson.Default.StudentSchedule)!;
        return new ReadSchedule(head, schedule, text);
    }

    /// <returns>False when anything was written to the student's ledger since it was read.</returns>
    public Task<bool> WriteAsync(
        ReadSchedule read, StudentSchedule next, IReadOnlyList<EvidenceEntry> entries, CancellationToken cancellationToken) =>
        evidence.AppendAsync(
            read.Head,
            read.Text.Replace(
                read.Head.PartitionKey, Name, JsonSerializer.Serialize(next, DueDateJson.Default.StudentSchedule)),
            entries,
            cancellationToken);
}
