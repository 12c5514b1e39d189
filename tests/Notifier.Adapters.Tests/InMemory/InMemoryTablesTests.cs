using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Storage;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.InMemory;

/// <summary>The store other tests run on keeps the same contract.</summary>
public sealed class InMemoryTablesTests : EntityTableContract
{
    protected override IEntityTables Tables { get; } = new InMemoryTables();
}
