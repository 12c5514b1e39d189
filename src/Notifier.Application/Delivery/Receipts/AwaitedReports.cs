using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Storage;
using Notifier.Delivery;

namespace Notifier.Application.Delivery.Receipts;

/// <summary>
/// The accepted attempts whose final report is still to come, under the hour at which they are looked for next: whoever
/// looks reads those and nothing else. A row too many is found to be settled; there is never one too few.
/// </summary>
public sealed class AwaitedReports(IEntityTables tables)
{
    private readonly IEntityTable table = tables.Open("AwaitedReports");

    /// <summary>Written before the acceptance is recorded.</summary>
    public Task AwaitAsync(OpenAttemptRow place, CancellationToken cancellationToken) =>
        table.UpsertAsync(At(place, FirstLook(place)), DeliveryJson.Default.OpenAttemptRow, cancellationToken);

    /// <summary>The final report came. One that was looked for already is found to be settled at its next look.</summary>
    public Task ReportedAsync(OpenAttemptRow place, CancellationToken cancellationToken) =>
        table.DeleteAsync(Partition(FirstLook(place), place.AttemptId), place.AttemptId, null, cancellationToken);

    /// <summary>All whose look has come, the longest waiting first.</summary>
    public async IAsyncEnumerable<OpenAttemptRow> ListAsync(
        Instant now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // 'g' comes after the last hexadecimal digit. Years have four digits, so text order is order in time.
        await foreach (var row in table.QueryPartitionsAsync(
            "0", $"{Hour(now)}|g", DeliveryJson.Default.OpenAttemptRow, cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>After a look: waits for the next one, or no more.</summary>
    /// <param name="row">As it was listed.</param>
    /// <param name="next">Null: no more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task LookedAsync(OpenAttemptRow row, Instant? next, CancellationToken cancellationToken)
    {
        if (next is { } moment)
        {
            await table.UpsertAsync(At(row, moment), DeliveryJson.Default.OpenAttemptRow, cancellationToken);
        }

        await table.DeleteAsync(row.PartitionKey, row.RowKey, null, cancellationToken);
    }

    private static Instant FirstLook(OpenAttemptRow place) =>
        MissingReportRule.NextLook(place.Channel, place.StartedAt, place.StartedAt)!.Value;

    private static OpenAttemptRow At(OpenAttemptRow row, Instant look) =>
        row with { PartitionKey = Partition(look, row.AttemptId), RowKey = row.AttemptId, ETag = "" };

    // The hour after the look, so that all of an hour that has come is due.
    private static string Partition(Instant look, string attemptId) =>
        $"{Hour(look + Duration.FromHours(1) - Duration.Epsilon)}|{attemptId[..1]}";

    private static string Hour(Instant moment) => moment.ToString("uuuu-MM-dd'T'HH", CultureInfo.InvariantCulture);
}
