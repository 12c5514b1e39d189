using System.Collections.Concurrent;
using Notifier.Application.Storage;

namespace Notifier.Testing;

/// <summary>The store in memory: the same order, versions, conditions, transactions and limits as a real one.</summary>
public sealed class InMemoryTables : IEntityTables
{
    private readonly ConcurrentDictionary<string, InMemoryTable> tables = new(TableNames.Comparer);

    private long calls;

    /// <summary>Runs before every call (<c>get</c>, <c>insert</c>, ... and the table's name); throw in it to play a crash.</summary>
    public Action<string, string>? BeforeCall { get; set; }

    /// <summary>Runs after a write was made and before its caller hears of it: a crash with the write already durable.</summary>
    public Action<string, string>? AfterWrite { get; set; }

    /// <summary>How many calls were made on all tables.</summary>
    public long Calls => Interlocked.Read(ref calls);

    public IEntityTable Open(string name)
    {
        TableNames.Check(name);
        return tables.GetOrAdd(name, _ => new InMemoryTable(name, this));
    }

    /// <summary>Every row of every table, in the order of tables and keys. Not while somebody writes.</summary>
    public IEnumerable<StoredEntity> Rows() =>
        tables.OrderBy(table => table.Key, StringComparer.Ordinal).SelectMany(table => table.Value.Rows());

    /// <summary>A store of its own with the same rows. Not while somebody writes.</summary>
    public InMemoryTables Copy()
    {
        var copy = new InMemoryTables();
        foreach (var (name, table) in tables)
        {
            copy.tables[name] = table.CopyTo(copy);
        }

        return copy;
    }

    internal void Calling(string what, string table)
    {
        Interlocked.Increment(ref calls);
        BeforeCall?.Invoke(what, table);
    }
}
