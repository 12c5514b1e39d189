using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Storage;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Sqlite;

public sealed class SqliteEntityTableTests : EntityTableContract, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteStore store;

    public SqliteEntityTableTests() =>
        store = SqliteStore.Open(folder.Path, new FakeClock(Instant.FromUtc(2026, 11, 21, 18, 0)));

    protected override IEntityTables Tables => store.Tables;

    public void Dispose()
    {
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        folder.Dispose();
    }
}
