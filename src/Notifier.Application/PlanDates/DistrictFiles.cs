using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Notifier.Application.Json;
using Notifier.Application.Runs;
using Notifier.Application.Storage;

namespace Notifier.Application.PlanDates;

/// <summary>
/// The districts' files in the store. A file's pieces are written under a new number first; replacing the one row that
/// names the number makes them count, so a reader sees the old file or the new one, never a mixture.
/// </summary>
public sealed class DistrictFiles(IEntityTables tables)
{
    private const int PiecesAtOnce = 20;

    private static readonly PlanDatesJson Json = StoredJson.Compact;

    private readonly IEntityTable table = tables.Open("Districts");

    // Every refresh of a student asks for its district's file: it is read again only when its version is another one.
    private readonly ConcurrentDictionary<string, DistrictFile> known = new(StringComparer.Ordinal);

    /// <returns>The file, or null when no such district was imported.</returns>
    /// <exception cref="InvalidOperationException">The store has lost a piece of the file.</exception>
    public async Task<DistrictFile?> GetAsync(string districtId, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if (await HeadAsync(districtId, cancellationToken) is not { Version.Length: > 0 } head)
            {
                return null;
            }

            if (known.TryGetValue(districtId, out var file) && file.Version == head.Version)
            {
                return file;
            }

            // Pieces may vanish while they are read: then a newer file counts, and the head says which.
            if (await ReadAsync(head, cancellationToken) is { } read)
            {
                known[districtId] = read;
                return read;
            }
        }

        throw new InvalidOperationException(
            $"A piece of the file of district '{districtId}' is missing in the store: import the district's folder again.");
    }

    /// <summary>Does a work for each district; one that cannot be done keeps no other from being done.</summary>
    /// <exception cref="AggregateException">Several failed; a single failure is thrown as it is.</exception>
    public Task ForEachAsync(Func<DistrictFile, Task> work, CancellationToken cancellationToken) => EachAlone.RunAsync(
        AllIdsAsync(cancellationToken),
        async districtId =>
        {
            if (await GetAsync(districtId, cancellationToken) is { } file)
            {
                await work(file);
            }
        },
        cancellationToken);

    /// <summary>The ids of every district that was imported, in ordinal order of their keys.</summary>
    public async IAsyncEnumerable<string> AllIdsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var head in table.QueryAsync(
            DistrictHead.Partition, RowRange.All, Json.DistrictHead, cancellationToken))
        {
            if (head.Version.Length > 0)
            {
                yield return head.DistrictId;
            }
        }
    }

    internal static string Content(DistrictFile file) =>
        JsonSerializer.Serialize(file with { Version = "" }, Json.DistrictFile);

    internal Task<DistrictHead?> HeadAsync(string districtId, CancellationToken cancellationToken) =>
        table.GetAsync(DistrictHead.Partition, StoreKey.Of(districtId), Json.DistrictHead, cancellationToken);

    /// <summary>Writes a head over the one that was read; one without ETag must be the district's first.</summary>
    /// <returns>The head as it stands now, or null when somebody else wrote it since.</returns>
    internal async Task<DistrictHead?> WriteHeadAsync(DistrictHead head, CancellationToken cancellationToken)
    {
        var written = head.ETag.Length == 0
            ? await table.InsertAsync(head, Json.DistrictHead, cancellationToken)
            : await table.ReplaceAsync(head, Json.DistrictHead, cancellationToken);
        if (!written)
        {
            return null;
        }

        // Numbers of imports only grow: whoever holds the number of this head wrote it.
        var stands = await HeadAsync(head.DistrictId, cancellationToken);
        return stands is not null && stands with { ETag = "" } == head with { ETag = "" } ? stands : null;
    }

    /// <summary>Writes the pieces of a file that does not count yet.</summary>
    /// <returns>How many pieces.</returns>
    internal async Task<int> WriteBodyAsync(string districtId, int import, string content, CancellationToken cancellationToken)
    {
        var pieces = TextPieces.Count(content);
        foreach (var chunk in Enumerable.Range(0, pieces).Chunk(PiecesAtOnce))
        {
            await table.TransactAsync(
                [.. chunk.Select(piece => TableChange.Upsert(
                    new DistrictBody
                    {
                        PartitionKey = StoreKey.Of(districtId),
                        RowKey = DistrictBody.KeyOf(import, piece),
                        Body = TextPieces.At(content, piece)!,
                    },
                    Json.DistrictBody))],
                cancellationToken);
        }

        return pieces;
    }

    /// <summary>Removes the pieces of a file that no longer counts.</summary>
    internal async Task DeleteBodyAsync(string districtId, int import, int pieces, CancellationToken cancellationToken)
    {
        for (var piece = 0; piece < pieces; piece++)
        {
            await table.DeleteAsync(StoreKey.Of(districtId), DistrictBody.KeyOf(import, piece), null, cancellationToken);
        }
    }

    private async Task<DistrictFile?> ReadAsync(DistrictHead head, CancellationToken cancellationToken)
    {
        var content = new StringBuilder();
        var pieces = 0;
        await foreach (var row in table.QueryAsync(
            StoreKey.Of(head.DistrictId), DistrictBody.RowsOf(head.BodyImport), Json.DistrictBody, cancellationToken))
        {
            content.Append(row.Body);
            pieces++;
        }

        return pieces == head.BodyRows
            ? StoredValue.Read(content.ToString(), Json.DistrictFile)! with { Version = head.Version }
            : null;
    }
}
