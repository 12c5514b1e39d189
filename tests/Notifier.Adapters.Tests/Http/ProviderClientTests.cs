using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Notifier.Adapters.Tests.Twilio;
using Notifier.Adapters.Twilio;
using Notifier.Delivery;
using Notifier.Testing;
using Notifier.Testing.Providers;

namespace Notifier.Adapters.Tests.Http;

/// <summary>What a real network makes certain, and that nothing is written twice on it.</summary>
public sealed class ProviderClientTests
{
    private readonly FakeClock clock = new(Outgoing.Now);

    [Fact]
    public async Task A_name_that_does_not_resolve_is_not_sent() =>
        Assert.Equal(DeliveryOutcomeKind.NotSentTryAgain, (await SendAsync(new Uri("https://nowhere.invalid"))).Kind);

    [Fact]
    public async Task A_refused_connection_is_not_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Equal(DeliveryOutcomeKind.NotSentTryAgain, (await SendAsync(new Uri($"http://127.0.0.1:{port}"))).Kind);
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_is_not_sent()
    {
        await using var server = await ProviderServer.StartAsync(new FakeTwilio(clock));

        Assert.Equal(
            DeliveryOutcomeKind.NotSentTryAgain,
            (await SendAsync(new UriBuilder(server.Address) { Scheme = "https" }.Uri)).Kind);
        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData(ProviderFault.None, DeliveryOutcomeKind.Accepted, 1)]
    [InlineData(ProviderFault.Reset, DeliveryOutcomeKind.Unknown, 0)]
    [InlineData(ProviderFault.TakeAndReset, DeliveryOutcomeKind.Unknown, 1)]
    [InlineData(ProviderFault.TakeAndHang, DeliveryOutcomeKind.Unknown, 1)]
    [InlineData(ProviderFault.TakeAndFail, DeliveryOutcomeKind.Unknown, 1)]
    [InlineData(ProviderFault.TooMany, DeliveryOutcomeKind.NotSentTryAgain, 0)]
    [InlineData(ProviderFault.TakeAndCutAnswer, DeliveryOutcomeKind.Accepted, 1)]
    public async Task A_request_arrives_once_whatever_becomes_of_it(ProviderFault fault, DeliveryOutcomeKind kind, int taken)
    {
        var provider = new FakeTwilio(clock);
        await using var server = await ProviderServer.StartAsync(provider);
        var settings = TwilioFixture.Settings(server.Address);
        using var client = TwilioTexts.CreateClient(settings);
        var texts = new TwilioTexts(client, settings, clock, NullLogger<TwilioTexts>.Instance);
        // A connection that is in the pool already: on such a one a handler may be tempted to try again.
        await texts.DeliverAsync(Outgoing.Text("n0-1"), CancellationToken.None);
        provider.NextFault = () => fault;

        using var limit = new CancellationTokenSource(fault == ProviderFault.TakeAndHang ? 300 : 20_000);
        var outcome = await texts.DeliverAsync(Outgoing.Text(), limit.Token);

        Assert.Equal((kind, taken + 1, 2), (outcome.Kind, provider.Count, server.Requests));
        Assert.Empty(provider.Complaints);
    }

    private async Task<DeliveryOutcome> SendAsync(Uri address)
    {
        var settings = TwilioFixture.Settings() with { BaseUrl = address };
        using var client = TwilioTexts.CreateClient(settings);
        return await new TwilioTexts(client, settings, clock, NullLogger<TwilioTexts>.Instance)
            .DeliverAsync(Outgoing.Text(), CancellationToken.None);
    }
}
