using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Tests.AzureTables;

public sealed class AzureEntityTableTests : EntityTableContract
{
    protected override IEntityTables Tables { get; } = AzureStores.Open();
}
