using Azure.Core.Pipeline;
using NodaTime;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.AzureTables;
using Notifier.Application.Storage;
using Notifier.Testing.Azurite;

namespace Notifier.Adapters.Tests.AzureTables;

/// <summary>The adapter before an Azurite account of its own.</summary>
internal static class AzureStores
{
    public static readonly RetrySettings Impatient = new()
    {
        MostAttempts = 12,
        FirstWait = TimeSpan.FromMilliseconds(1),
        LongestWait = TimeSpan.FromMilliseconds(8),
        Seed = 1,
    };

    public static IEntityTables Open(HttpPipelineTransport? transport = null, RetrySettings? retries = null) =>
        Open(AzuriteServer.Shared.NewAccount(), transport, retries);

    public static IEntityTables Open(
        AzuriteAccount account, HttpPipelineTransport? transport = null, RetrySettings? retries = null) =>
        AzureStore.Open(
            new AzureStoreOptions
            {
                Account = account.Name,
                Endpoint = account.Endpoint,
                EmulatorKey = account.Key,
                Retries = retries ?? Impatient,
            },
            // Azurite does not look at the date, only at what was signed.
            SystemClock.Instance,
            transport);
}
