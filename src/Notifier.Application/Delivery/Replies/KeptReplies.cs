using System.Runtime.CompilerServices;
using NodaTime;
using Notifier.Application.Evidence;
using Notifier.Application.Storage;
using Notifier.Evidence;

namespace Notifier.Application.Delivery.Replies;

/// <summary>The replies of each student, beside the evidence that names them.</summary>
public sealed class KeptReplies(IEntityTables tables, EvidenceLedger evidence)
{
    private const int MostTries = 100;

    private readonly IEntityTable table = tables.Open(LedgerPartition.Table);

    public Task<ReplyRow?> FindAsync(
        string districtId, string studentId, string replyId, CancellationToken cancellationToken) =>
        table.GetAsync(
            ReplyRow.PartitionOf(districtId, studentId), ReplyRow.KeyOf(replyId), ReplyJson.Default.ReplyRow, cancellationToken);

    public async IAsyncEnumerable<ReplyRow> AllAsync(
        string districtId, string studentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(
            ReplyRow.PartitionOf(districtId, studentId), ReplyRow.All, ReplyJson.Default.ReplyRow, cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>Keeps a reply and the evidence of it, once.</summary>
    /// <returns>The reply as it was kept first: a repeated one decides nothing anew.</returns>
    public async Task<ReplyRow> KeepAsync(ReplyRow reply, Instant now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var head = await evidence.HeadAsync(reply.DistrictId, reply.StudentId, cancellationToken);
            if (await FindAsync(reply.DistrictId, reply.StudentId, reply.ReplyId, cancellationToken) is { } kept)
            {
                return kept;
            }

            if (await evidence.AppendAsync(
                head, [TableChange.Insert(reply, ReplyJson.Default.ReplyRow)], [Entry(reply, now)], cancellationToken))
            {
                return reply;
            }
        }

        throw new LedgerBusyException(reply.DistrictId, reply.StudentId);
    }

    private static EvidenceEntry Entry(ReplyRow reply, Instant now) =>
        new()
        {
            Kind = EvidenceKind.ReplyReceived,
            At = now,
            StudentId = reply.StudentId,
            PlanId = reply.PlanId,
            NoticeId = reply.NoticeId,
            Detail = EvidenceDetail.Of(
                ("reply", reply.ReplyId), ("meaning", reply.Meaning.ToString()), ("contact", reply.ContactId),
                ("meeting", reply.MeetingOn?.ToString("uuuu-MM-dd", null)), ("unclear", reply.IsUnclear ? "yes" : ""),
                ("receivedAt", NoticeEvidence.Iso(reply.At)), ("words", StableId.Of(reply.Text))),
        };
}
