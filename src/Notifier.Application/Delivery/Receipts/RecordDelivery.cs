using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Reach;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.Evidence;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Application.Storage;
using Notifier.Delivery;
using Notifier.Evidence;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Receipts;

/// <summary>
/// Takes in what a provider reports about an attempt: the notice moves forward or stays, the report is evidence in any
/// case, an ended address is suppressed, and a notice that failed opens the next channel.
/// </summary>
public sealed partial class RecordDelivery(
    NoticeLedger ledger,
    AttemptIndex index,
    Suppressions suppressions,
    BrokenContacts broken,
    ProviderRefusals refusals,
    IQueueSender queue,
    IEntityTables tables,
    RunTally tally,
    IClock clock,
    RecordReply replies,
    ILogger<RecordDelivery> logger)
{
    private readonly IEntityTable table = tables.Open(LedgerPartition.Table);

    /// <summary>A message of the queue: a provider's report, or what a recipient wrote.</summary>
    public Task RunAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        InboundReply.IsIn(body)
            ? replies.RunAsync(InboundReply.Read(body), cancellationToken)
            : RunAsync(DeliveryEvent.Read(body), cancellationToken);

    public async Task RunAsync(DeliveryEvent report, CancellationToken cancellationToken)
    {
        using var step = FlowTrace.Start(nameof(RecordDelivery), ("attempt", report.AttemptId));
        if (await index.FindAsync(report.AttemptId, cancellationToken) is not { } place)
        {
            // Not ours, or of a store that was replaced: nothing can be said about it, so it is not retried for ever.
            LogNotFound(report.AttemptId, report.State);
            return;
        }

        // The provider has it, whatever becomes of the answer to the call: later reports must find it when it is settled.
        await index.KeepIfOpenAsync(place, report.ProviderId, cancellationToken);
        var noted = NotedEventRow.KeyOf(report.AttemptId, report.EventId);
        if (report.NeedsSetup && !await IsKnownAsync(place, noted, cancellationToken) && await StandsAsync(place, cancellationToken) is { } refused)
        {
            // Before the report is on record: a repeated one must not open again what was mended since.
            await refusals.RefusedAsync(refused, report.Reason, inReport: true, cancellationToken);
        }

        var row = await ledger.ChangeAsync(
            place,
            async stands => await IsKnownAsync(place, noted, cancellationToken) ? null : Change(stands, report, noted),
            cancellationToken);
        if (row is null)
        {
            LogNotFound(report.AttemptId, report.State);
            return;
        }

        // Also for a report that is known: the program may have ended between its record and what follows from it.
        if (report.EndsAddress)
        {
            // Sent again much later, it still speaks of the day it came first: an address mended since stays open.
            var since = (await NotedAsync(place, noted, cancellationToken))?.At ?? report.At;
            await suppressions.SuppressAsync(
                row.DistrictId, row.AddressHash, row.Channel, report.Reason, since, cancellationToken);
            await broken.RunAsync(row, report.Reason, cancellationToken);
        }

        if (report.State == NoticeState.Delivered && row.AttemptId == report.AttemptId)
        {
            await refusals.TookAsync(row, arrived: true, cancellationToken);
        }

        if (row.State is NoticeState.Failed or NoticeState.NotSent)
        {
            await queue.SendAsync(
                QueueNames.NoticesDue, [row.ToNoticeDue().ToMessage($"{report.AttemptId}-after", null)], cancellationToken);
        }

        if (NoticeStates.IsClosed(row.State))
        {
            await index.CloseAsync(place, cancellationToken);
        }
    }

    // Asked on each try: whoever was faster may have had the same report.
    private async Task<bool> IsKnownAsync(OpenAttemptRow place, string noted, CancellationToken cancellationToken) =>
        await NotedAsync(place, noted, cancellationToken) is not null;

    private Task<NotedEventRow?> NotedAsync(OpenAttemptRow place, string noted, CancellationToken cancellationToken) =>
        table.GetAsync(
            LedgerPartition.Of(place.DistrictId, place.StudentId), noted, DeliveryJson.Default.NotedEventRow, cancellationToken);

    private Task<NoticeRow?> StandsAsync(OpenAttemptRow place, CancellationToken cancellationToken) =>
        ledger.FindAsync(
            place.DistrictId, place.StudentId, place.ReminderId, AttemptId.NoticeIdOf(place.AttemptId), cancellationToken);

    private NoticeChange Change(NoticeRow row, DeliveryEvent report, string noted)
    {
        var now = clock.GetCurrentInstant();
        // Of an earlier attempt, or backwards: evidence alone. After a delivery only an email can still bounce.
        var moves = row.AttemptId == report.AttemptId
            && NoticeStates.CanMove(row.State, report.State)
            && report.State is not (NoticeState.Planned or NoticeState.Attempting or NoticeState.Unknown)
            && !(row is { State: NoticeState.Delivered, Channel: Channel.Sms });
        var next = moves
            ? row with { State = report.State, ProviderId = report.ProviderId ?? row.ProviderId, Reason = report.Reason }
            : row;
        if (moves)
        {
            tally.Attempted(next.State);
        }

        var entry = NoticeEvidence.Entry(moves ? KindOf(report.State) : EvidenceKind.ReceiptNoted, next, now, EvidenceDetail.Of(
            ("report", report.State.ToString()), ("reason", report.Reason), ("providerId", report.ProviderId),
            ("reportedAt", NoticeEvidence.Iso(report.At)), ("stands", row.State.ToString())));
        var known = new NotedEventRow { PartitionKey = row.PartitionKey, RowKey = noted, At = report.At };
        return new NoticeChange(next, entry with { AttemptId = report.AttemptId })
        {
            Beside = [TableChange.Upsert(known, DeliveryJson.Default.NotedEventRow)],
        };
    }

    private static EvidenceKind KindOf(NoticeState state) => state switch
    {
        NoticeState.Accepted => EvidenceKind.NoticeAccepted,
        NoticeState.Sent => EvidenceKind.NoticeSent,
        NoticeState.Delivered => EvidenceKind.NoticeDelivered,
        NoticeState.NotSent => EvidenceKind.NoticeNotSent,
        _ => EvidenceKind.NoticeFailed,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A report {State} names attempt {AttemptId}, which is not on record")]
    private partial void LogNotFound(string attemptId, NoticeState state);
}
