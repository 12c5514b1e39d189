using System.Collections.Concurrent;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>The tables of a store; a table exists as soon as it has a row.</summary>
internal sealed class SqliteTables(WriteThread writes, ReaderPool readers) : IEntityTables
{
    private readonly ConcurrentDictionary<string, SqliteTable> opened = new(TableNames.Comparer);

    public IEntityTable Open(string name) => opened.GetOrAdd(name, Make);

    private SqliteTable Make(string name)
    {
        TableNames.Check(name);
        return new SqliteTable(name.ToLowerInvariant(), writes, readers);
    }
}
