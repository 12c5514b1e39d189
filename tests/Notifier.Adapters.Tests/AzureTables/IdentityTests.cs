using Azure.Core;
using Azure.Core.Pipeline;
using NodaTime;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.AzureTables;
using Notifier.Adapters.ServiceBus;
using Notifier.Adapters.Tests.Contracts;
using Notifier.Application.Queues;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.AzureTables;

/// <summary>
/// In Azure there is no key: every request carries the identity's token for the right audience, over TLS.
/// </summary>
public sealed class IdentityTests
{
    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 21, 18, 0));
    private readonly Vouching credential = new();

    [Fact]
    public async Task Tables_are_asked_with_a_token_for_storage()
    {
        var network = new Recording(new MadeUpResponse(404, "Not Found", ("x-ms-error-code", "ResourceNotFound")));
        var tables = AzureStore.Open(
            AzureStoreOptions.Azure("stnotifier") with { Identity = AzureIdentity.Known(credential) }, clock, network);

        Assert.Null(await tables.Open("Plans").GetAsync("p", "o'r", ContractRows.Default.ContractRow, default));

        Assert.Equal("https://storage.azure.com/.default", Assert.Single(credential.Scopes));
        Assert.Equal("Bearer token-1", network.Headers["Authorization"]);
        Assert.Equal("2020-12-06", network.Headers["x-ms-version"]);
        Assert.Equal("Sat, 21 Nov 2026 18:00:00 GMT", network.Headers["x-ms-date"]);
        Assert.Equal(
            "https://stnotifier.table.core.windows.net/Plans(PartitionKey=%27p%27,RowKey=%27o%27%27r%27)", network.Address);
    }

    [Fact]
    public async Task Messages_are_sent_with_a_token_for_service_bus()
    {
        var network = new Recording(new MadeUpResponse(201, "Created"));
        var sender = ServiceBusSender.Open(
            ServiceBusOptions.Azure("sb-notifier.servicebus.windows.net") with { Identity = AzureIdentity.Known(credential) },
            clock,
            network);

        await sender.SendAsync("notices-due", [new QueueMessage { MessageId = "a", Body = "{}"u8.ToArray() }], default);

        Assert.Equal("https://servicebus.azure.net/.default", Assert.Single(credential.Scopes));
        Assert.Equal("Bearer token-1", network.Headers["Authorization"]);
        Assert.Equal("{\"MessageId\":\"a\"}", network.Headers["BrokerProperties"]);
        Assert.Equal("https://sb-notifier.servicebus.windows.net/notices-due/messages", network.Address);
    }

    [Fact]
    public async Task A_token_is_never_sent_without_tls()
    {
        var network = new Recording(new MadeUpResponse(201, "Created"));
        var options = new ServiceBusOptions
        {
            Endpoint = new Uri("http://sb-notifier.servicebus.windows.net"),
            Identity = AzureIdentity.Known(credential),
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => ServiceBusSender.Open(options, clock, network)
            .SendAsync("notices-due", [new QueueMessage { MessageId = "a", Body = "{}"u8.ToArray() }], default));

        Assert.Empty(network.Headers);
    }

    [Theory]
    [InlineData("St")]
    [InlineData("st-notifier")]
    [InlineData("stnotifier.table.core.windows.net")]
    public void An_account_is_named_by_its_name_alone(string account) =>
        Assert.Throws<ArgumentException>(() => AzureStoreOptions.Azure(account));

    private sealed class Vouching : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken($"token-{Scopes.Count}", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    private sealed class Recording(MadeUpResponse answer) : HttpPipelineTransport
    {
        private readonly HttpPipelineTransport requests = AzurePipeline.Network();

        public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

        public string Address { get; private set; } = "";

        public override Request CreateRequest() => requests.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            foreach (var header in message.Request.Headers)
            {
                Headers[header.Name] = header.Value;
            }

            Address = message.Request.Uri.ToUri().AbsoluteUri;
            message.Response = answer;
            return ValueTask.CompletedTask;
        }
    }
}
