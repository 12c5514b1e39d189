using Azure.Core.Pipeline;

namespace Notifier.Adapters.AzureRest;

/// <summary>
/// Azure.Core's pipeline as both adapters use it: an identity and the network. Its other policies are left out: one
/// would repeat any request up to three times where only <see cref="RestCalls"/> may, one would log addresses (they
/// hold ids), and time-outs are kept where attempts are counted.
/// </summary>
internal static class AzurePipeline
{
    // Names that move (a failover, a private endpoint) are looked up again when a connection is this old.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <param name="authentication">Signs each attempt.</param>
    /// <param name="transport">Null: the network.</param>
    public static HttpPipeline Build(HttpPipelinePolicy authentication, HttpPipelineTransport? transport) =>
        new(transport ?? Network(), [authentication]);

    public static HttpClientTransport Network()
    {
        var network = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
        };
        // Each attempt has its own time-out: a second timer for each would guard nothing.
        return new HttpClientTransport(new HttpClient(network) { Timeout = Timeout.InfiniteTimeSpan });
    }
}
