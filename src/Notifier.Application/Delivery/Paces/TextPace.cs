using NodaTime;
using Notifier.Application.Storage;
using Notifier.Notices;

namespace Notifier.Application.Delivery.Paces;

/// <summary>
/// Gives every text its moment, so that a sender's rate and daily limit are kept however many workers there are and
/// whoever restarts. Nobody sleeps: a text whose moment is later is put off to it, and then needs no other.
/// </summary>
/// <remarks>A moment that is not used, because the program ended or the text fell away, is lost; nothing else is.</remarks>
public sealed class TextPace(IEntityTables tables, TextRate? rate)
{
    private const int MostTries = 100;

    /// <summary>Sooner than this is now.</summary>
    private static readonly Duration Soon = Duration.FromSeconds(2);

    // Within one process they wait for each other instead of overtaking each other in the store.
    private static readonly SemaphoreSlim Turn = new(1);

    private readonly IEntityTable table = tables.Open("SenderPace");

    /// <summary>How far the sender's time is given away; null: no text was sent yet, or nothing limits the sender.</summary>
    public Task<SenderPaceRow?> StandsAsync(CancellationToken cancellationToken) => rate is null
        ? Task.FromResult<SenderPaceRow?>(null)
        : table.GetAsync(SenderPaceRow.Partition, SenderPaceRow.Sender, DeliveryJson.Default.SenderPaceRow, cancellationToken);

    /// <returns>When this text may go out: not later than soon means now.</returns>
    public async Task<Instant> MomentAsync(string text, Instant now, CancellationToken cancellationToken)
    {
        if (rate is null)
        {
            return now;
        }

        var segments = SegmentCount.Of(text).Segments;
        await Turn.WaitAsync(cancellationToken);
        try
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                if (await TakeAsync(segments, now, cancellationToken) is { } moment)
                {
                    return moment <= now + Soon ? now : moment;
                }
            }
        }
        finally
        {
            Turn.Release();
        }

        throw new LedgerBusyException(SenderPaceRow.Partition, SenderPaceRow.Sender);
    }

    /// <summary>The provider asked to be left alone until then: no moment before it is given away.</summary>
    public async Task HoldAsync(Instant until, CancellationToken cancellationToken)
    {
        for (var tries = 0; rate is not null && tries < MostTries; tries++)
        {
            var stands = await StandsAsync(cancellationToken);
            if (stands is null || stands.FreeAt >= until
                || await table.ReplaceAsync(stands with { FreeAt = until }, DeliveryJson.Default.SenderPaceRow, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<Instant?> TakeAsync(int segments, Instant now, CancellationToken cancellationToken)
    {
        var stands = await StandsAsync(cancellationToken);
        var moment = Instant.Max(now, stands?.FreeAt ?? now);
        var day = moment.InUtc().Date;
        var used = stands?.Day == day ? stands.Used : 0;
        // A text longer than a whole day's limit goes out all the same, alone.
        if (rate!.SegmentsPerDay is { } most && used > 0 && used + segments > most)
        {
            day = day.PlusDays(1);
            (moment, used) = (day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), 0);
        }

        var next = new SenderPaceRow
        {
            PartitionKey = SenderPaceRow.Partition,
            RowKey = SenderPaceRow.Sender,
            FreeAt = moment + Duration.FromSeconds((double)(segments / rate.SegmentsPerSecond)),
            Day = day,
            Used = used + segments,
            ETag = stands?.ETag ?? "",
        };
        var isWritten = stands is null
            ? await table.InsertAsync(next, DeliveryJson.Default.SenderPaceRow, cancellationToken)
            : await table.ReplaceAsync(next, DeliveryJson.Default.SenderPaceRow, cancellationToken);
        return isWritten ? moment : null;
    }
}
