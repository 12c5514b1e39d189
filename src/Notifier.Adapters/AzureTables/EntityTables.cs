using System.Collections.Concurrent;
using NodaTime;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>The tables of an account.</summary>
internal sealed class EntityTables(Uri endpoint, RestCalls calls, IClock clock) : IEntityTables
{
    private readonly ConcurrentDictionary<string, EntityTable> opened = new(TableNames.Comparer);
    private readonly WriteMarks marks = new();
    private readonly TableRequests requests = new(clock);

    public IEntityTable Open(string name) => opened.GetOrAdd(name, Make);

    private EntityTable Make(string name)
    {
        TableNames.Check(name);
        return new EntityTable(new TableAddress(endpoint, name), calls, requests, marks);
    }
}
