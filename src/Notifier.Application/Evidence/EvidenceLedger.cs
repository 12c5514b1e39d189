using System.Runtime.CompilerServices;
using Notifier.Application.Storage;
using Notifier.Evidence;

namespace Notifier.Application.Evidence;

/// <summary>Appends to and reads a student's evidence. There is no way to change or remove an entry.</summary>
public sealed class EvidenceLedger(IEntityTables tables)
{
    private readonly IEntityTable table = tables.Open(LedgerPartition.Table);

    /// <summary>The last link, which the next <see cref="AppendAsync"/> must still find unchanged.</summary>
    public async Task<EvidenceHeadRow> HeadAsync(
        string districtId, string studentId, CancellationToken cancellationToken)
    {
        var partition = LedgerPartition.Of(districtId, studentId);
        return await table.GetAsync(
                partition, LedgerPartition.Head, EvidenceJson.Default.EvidenceHeadRow, cancellationToken)
            ?? new EvidenceHeadRow
            {
                PartitionKey = partition,
                RowKey = LedgerPartition.Head,
                Sequence = 0,
                Hash = EvidenceChain.Start,
            };
    }

    /// <summary>Makes the changes and appends the entries, all in one transaction.</summary>
    /// <param name="head">As read before the decision that led to the changes.</param>
    /// <param name="changes">Of the same partition; may be empty.</param>
    /// <param name="entries">In the order in which they happened; may be empty.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when anything was written since the head was read: read again and decide again.</returns>
    public async Task<bool> AppendAsync(
        EvidenceHeadRow head,
        IReadOnlyList<TableChange> changes,
        IReadOnlyList<EvidenceEntry> entries,
        CancellationToken cancellationToken) =>
        await TryAppendAsync(head, changes, entries, cancellationToken) is not null;

    /// <summary>The same as <see cref="AppendAsync"/>.</summary>
    /// <returns>The hash of the last entry afterwards; null when anything was written since the head was read.</returns>
    public async Task<string?> TryAppendAsync(
        EvidenceHeadRow head,
        IReadOnlyList<TableChange> changes,
        IReadOnlyList<EvidenceEntry> entries,
        CancellationToken cancellationToken)
    {
        var all = new List<TableChange>(changes.Count + entries.Count + 1);
        all.AddRange(changes);
        var (sequence, hash) = (head.Sequence, head.Hash);
        foreach (var entry in entries)
        {
            var row = ToRow(head.PartitionKey, ++sequence, hash, entry);
            all.Add(TableChange.Insert(row, EvidenceJson.Default.EvidenceRow));
            hash = row.Hash;
        }

        var next = head with { Sequence = sequence, Hash = hash };
        all.Add(head.ETag.Length == 0
            ? TableChange.Insert(next, EvidenceJson.Default.EvidenceHeadRow)
            : TableChange.Replace(next, EvidenceJson.Default.EvidenceHeadRow));
        return await table.TransactAsync(all, cancellationToken) is null ? hash : null;
    }

    /// <summary>The student's evidence in the order in which it was appended.</summary>
    public async IAsyncEnumerable<EvidenceRow> ReadAsync(
        string districtId, string studentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = table.QueryAsync(
            LedgerPartition.Of(districtId, studentId), LedgerPartition.AllEvidence, EvidenceJson.Default.EvidenceRow,
            cancellationToken);
        await foreach (var row in rows)
        {
            yield return row;
        }
    }

    private static EvidenceRow ToRow(string partition, int sequence, string previousHash, EvidenceEntry entry) =>
        new()
        {
            PartitionKey = partition,
            RowKey = LedgerPartition.EvidenceKey(sequence),
            Sequence = sequence,
            Kind = entry.Kind,
            At = entry.At,
            StudentId = entry.StudentId,
            PlanId = entry.PlanId,
            NoticeId = entry.NoticeId,
            AttemptId = entry.AttemptId,
            Detail = entry.Detail,
            PreviousHash = previousHash,
            Hash = EvidenceChain.Hash(previousHash, sequence, entry),
        };
}
