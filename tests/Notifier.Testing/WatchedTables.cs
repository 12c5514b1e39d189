using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Notifier.Application.Storage;

namespace Notifier.Testing;

/// <summary>
/// Any store, with something to be done before and after each call (<c>get</c>, <c>transact</c>, ... and the table's
/// name): to count, or to throw.
/// </summary>
public sealed class WatchedTables(IEntityTables inner, Action<string, string> before, Action<string, string>? after = null)
    : IEntityTables
{
    public IEntityTable Open(string name) => new WatchedTable(inner.Open(name), name, before, after ?? ((_, _) => { }));

    private sealed class WatchedTable(
        IEntityTable table, string name, Action<string, string> before, Action<string, string> after) : IEntityTable
    {
        public Task<T?> GetAsync<T>(
            string partitionKey, string rowKey, JsonTypeInfo<T> type, CancellationToken cancellationToken)
            where T : Entity =>
            CallAsync("get", () => table.GetAsync(partitionKey, rowKey, type, cancellationToken));

        public Task<bool> InsertAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
            where T : Entity =>
            CallAsync("insert", () => table.InsertAsync(entity, type, cancellationToken));

        public Task<bool> ReplaceAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
            where T : Entity =>
            CallAsync("replace", () => table.ReplaceAsync(entity, type, cancellationToken));

        public async Task UpsertAsync<T>(T entity, JsonTypeInfo<T> type, CancellationToken cancellationToken)
            where T : Entity
        {
            before("upsert", name);
            await table.UpsertAsync(entity, type, cancellationToken);
            after("upsert", name);
        }

        public Task<bool> DeleteAsync(
            string partitionKey, string rowKey, string? ifETag, CancellationToken cancellationToken) =>
            CallAsync("delete", () => table.DeleteAsync(partitionKey, rowKey, ifETag, cancellationToken));

        public async IAsyncEnumerable<T> QueryAsync<T>(
            string partitionKey,
            RowRange rows,
            JsonTypeInfo<T> type,
            [EnumeratorCancellation] CancellationToken cancellationToken)
            where T : Entity
        {
            before("query", name);
            await foreach (var row in table.QueryAsync(partitionKey, rows, type, cancellationToken))
            {
                yield return row;
            }
        }

        public async IAsyncEnumerable<T> QueryPartitionsAsync<T>(
            string fromPartition,
            string toPartition,
            JsonTypeInfo<T> type,
            [EnumeratorCancellation] CancellationToken cancellationToken)
            where T : Entity
        {
            before("query", name);
            await foreach (var row in table.QueryPartitionsAsync(fromPartition, toPartition, type, cancellationToken))
            {
                yield return row;
            }
        }

        public Task<int?> TransactAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken) =>
            CallAsync("transact", () => table.TransactAsync(changes, cancellationToken));

        private async Task<TResult> CallAsync<TResult>(string what, Func<Task<TResult>> call)
        {
            before(what, name);
            var result = await call();
            after(what, name);
            return result;
        }
    }
}
