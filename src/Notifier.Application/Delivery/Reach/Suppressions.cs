using NodaTime;
using Notifier.Application.Storage;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Reach;

/// <summary>The addresses that must not be written to: a STOP, a hard bounce. A suppression can be lifted again.</summary>
public sealed class Suppressions(IEntityTables tables)
{
    private readonly IEntityTable table = tables.Open("Suppressions");

    /// <returns>Why the address must not be written to; null when it may.</returns>
    public async Task<string?> ReasonAsync(
        string districtId, Channel channel, string address, CancellationToken cancellationToken) =>
        await FindAsync(districtId, HashOf(channel, address), cancellationToken) is { LiftedAt: null } row
            ? row.Reason
            : null;

    /// <param name="districtId">The district whose notices the address gets.</param>
    /// <param name="addressHash">As <see cref="HashOf"/> gives it and the ledger keeps it.</param>
    /// <param name="channel">What the address is for.</param>
    /// <param name="reason">A short phrase without the address.</param>
    /// <param name="since">When it was said or found.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task SuppressAsync(
        string districtId,
        string addressHash,
        Channel channel,
        string reason,
        Instant since,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var stands = await FindAsync(districtId, addressHash, cancellationToken);
            // A report from before it was lifted, delivered late, does not close the address again; at the very same
            // moment the end is believed.
            if (stands is not null && (stands.LiftedAt is not { } lifted || lifted > since))
            {
                return;
            }

            var row = Row(districtId, addressHash, channel, reason, since);
            if (await WriteAsync(stands, row, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>
    /// Texts may come again because the person asked for it. Kept also when nothing was suppressed, so that an earlier STOP
    /// that is delivered later ends nothing.
    /// </summary>
    public async Task ResumeAsync(
        string districtId, string addressHash, Channel channel, string because, Instant at, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stands = await FindAsync(districtId, addressHash, cancellationToken);
            if (stands is not null && (stands.Since >= at || stands.LiftedAt >= at))
            {
                return;
            }

            var open = stands ?? Row(districtId, addressHash, channel, because, at);
            if (await WriteAsync(stands, open with { LiftedAt = at, LiftedBecause = because }, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>The way back: the person asked for it, or the address was mended.</summary>
    /// <returns>False when the address was not suppressed.</returns>
    public async Task<bool> LiftAsync(
        string districtId,
        Channel channel,
        string address,
        string because,
        Instant at,
        CancellationToken cancellationToken) =>
        await FindAsync(districtId, HashOf(channel, address), cancellationToken) is { LiftedAt: null } row
        && await table.ReplaceAsync(
            row with { LiftedAt = at, LiftedBecause = because }, DeliveryJson.Default.SuppressionRow, cancellationToken);

    /// <summary>Stands for an address in keys and in the ledger: the same however its letters are cased.</summary>
    /// <remarks>It keeps addresses out of keys and logs; it does not hide a phone number from somebody who tries all.</remarks>
    public static string HashOf(Channel channel, string address) =>
        StableId.Of(channel.ToString(), address.Trim().ToUpperInvariant());

    /// <summary>Every address of a district that is or was suppressed.</summary>
    public IAsyncEnumerable<SuppressionRow> AllAsync(string districtId, CancellationToken cancellationToken) =>
        table.QueryAsync(
            StoreKey.Of(districtId), RowRange.All, DeliveryJson.Default.SuppressionRow, cancellationToken);

    /// <summary>What is on record about an address; null: nothing ever was.</summary>
    public Task<SuppressionRow?> FindAsync(string districtId, string addressHash, CancellationToken cancellationToken) =>
        table.GetAsync(
            StoreKey.Of(districtId), addressHash, DeliveryJson.Default.SuppressionRow, cancellationToken);

    private Task<bool> WriteAsync(SuppressionRow? stands, SuppressionRow row, CancellationToken cancellationToken) => stands is null
        ? table.InsertAsync(row, DeliveryJson.Default.SuppressionRow, cancellationToken)
        : table.ReplaceAsync(row with { ETag = stands.ETag }, DeliveryJson.Default.SuppressionRow, cancellationToken);

    private static SuppressionRow Row(string districtId, string addressHash, Channel channel, string reason, Instant since) => new()
    {
        PartitionKey = StoreKey.Of(districtId),
        RowKey = addressHash,
        Channel = channel,
        Reason = reason,
        Since = since,
    };
}
