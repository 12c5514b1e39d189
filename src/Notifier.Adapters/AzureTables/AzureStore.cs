using Azure.Core.Pipeline;
using NodaTime;
using Notifier.Adapters.AzureRest;
using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// The store of the Azure home: Table Storage over its REST API. Many processes may have it open at once.
/// </summary>
public static class AzureStore
{
    private const string Scope = "https://storage.azure.com/.default";

    /// <param name="options">Which account.</param>
    /// <param name="clock">Dates and signs requests.</param>
    public static IEntityTables Open(AzureStoreOptions options, IClock clock) => Open(options, clock, transport: null);

    /// <param name="options">Which account.</param>
    /// <param name="clock">Dates and signs requests.</param>
    /// <param name="transport">Stands in for the network in tests; null: the network.</param>
    internal static IEntityTables Open(AzureStoreOptions options, IClock clock, HttpPipelineTransport? transport)
    {
        HttpPipelinePolicy authentication = options.EmulatorKey is { } key
            ? new SharedKeyLite(options.Account, Convert.FromBase64String(key))
            : new BearerTokenAuthenticationPolicy(options.Identity.Credential(), Scope);
        var pipeline = AzurePipeline.Build(authentication, transport);
        var calls = new RestCalls(pipeline, new RetryWaits(options.Retries, clock), options.Endpoint.AbsoluteUri);
        return new EntityTables(options.Endpoint, calls, clock);
    }
}
