using System.Text.Json.Serialization.Metadata;

namespace Notifier.Application.Storage;

/// <summary>
/// A partitioned entity table, in the manner of Azure Table Storage. One partition may hold rows of several types, told
/// apart by their row keys. Every write is durable when its task completes.
/// </summary>
public interface IEntityTable
{
    /// <returns>The row, or null when there is none.</returns>
    Task<T?> GetAsync<T>(
        string partitionKey, string rowKey, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity;

    /// <returns>False when a row with these keys exists; it is left as it is.</returns>
    Task<bool> InsertAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity;

    /// <summary>Replaces the row that was read, if nobody changed it since (by <see cref="Entity.ETag"/>).</summary>
    /// <returns>False when the row was changed or deleted since it was read.</returns>
    Task<bool> ReplaceAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity;

    /// <summary>Inserts the row, or replaces whatever stands there.</summary>
    Task UpsertAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity;

    /// <param name="partitionKey">The row's partition.</param>
    /// <param name="rowKey">The row's key.</param>
    /// <param name="ifETag">The version that must still stand there; null: any.</param>
    /// <param name="cancellationToken">Ends the wait, not a write already under way.</param>
    /// <returns>False when there was no such row, or it was changed since it was read.</returns>
    Task<bool> DeleteAsync(string partitionKey, string rowKey, string? ifETag, CancellationToken cancellationToken);

    /// <summary>The rows of one partition in ordinal order of their row keys.</summary>
    IAsyncEnumerable<T> QueryAsync<T>(
        string partitionKey, RowRange rows, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity;

    /// <summary>
    /// The rows of all partitions from <paramref name="fromPartition"/> (included) to
    /// <paramref name="toPartition"/> (excluded), in ordinal order of partition and row key.
    /// </summary>
    IAsyncEnumerable<T> QueryPartitionsAsync<T>(
        string fromPartition, string toPartition, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : Entity;

    /// <summary>All changes or none: at most 100, of one partition, each row once.</summary>
    /// <returns>Null when all were made; otherwise the index of the first change whose condition did not hold.</returns>
    Task<int?> TransactAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken);
}
