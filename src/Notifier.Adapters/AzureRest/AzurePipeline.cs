using Azure.Core;
using Azure.Core.Pipeline;

namespace Notifier.Adapters.AzureRest;

/// <summary>
/// Azure.Core's pipeline as both adapters use it: an identity, one attempt, no log of addresses (they hold ids).
/// </summary>
internal static class AzurePipeline
{
    // Names that move (a failover, a private endpoint) are looked up again when a connection is this old.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <param name="authentication">Signs each attempt.</param>
    /// <param name="transport">Null: the network.</param>
    public static HttpPipeline Build(HttpPipelinePolicy authentication, HttpPipelineTransport? transport)
    {
        var options = new Settings
        {
            RetryPolicy = new SingleAttempt(),
            Transport = transport ?? Network(),
        };
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.ApplicationId = "notifier";
        return HttpPipelineBuilder.Build(options, [], [authentication], new ResponseClassifier());
    }

    public static HttpClientTransport Network() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
    });

    private sealed class Settings : ClientOptions;
}
