using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Notifier.Adapters.SendGrid;
using Notifier.Adapters.Twilio;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Queues;
using Notifier.Testing;
using Notifier.Testing.Providers;

namespace Notifier.Web.Tests;

/// <summary>The webhooks on a real web server on this machine, before a queue.</summary>
internal sealed class WebHouse : IAsyncDisposable
{
    private readonly WebApplication web;

    private WebHouse(WebApplication web, FakeClock clock, FakeTwilio twilio, FakeSendGrid sendGrid) =>
        (this.web, Clock, Twilio, SendGrid) = (web, clock, twilio, sendGrid);

    public FakeClock Clock { get; }

    public FakeTwilio Twilio { get; }

    public FakeSendGrid SendGrid { get; }

    public Uri Address => new(web.Urls.First());

    public HttpClient Client { get; private init; } = null!;

    /// <param name="queue">Made for a clock.</param>
    public static async Task<WebHouse> StartAsync(Func<FakeClock, IQueueSender> queue)
    {
        var clock = new FakeClock(Outgoing.Now);
        var (twilio, sendGrid) = (new FakeTwilio(clock), new FakeSendGrid(clock));
        var settings = FakeAccounts.Settings(sendGrid);
        var account = TwilioSettings.Read(settings.GetValueOrDefault, FakeAccounts.PublicUrl);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var web = builder.Build();
        new WebhookRoutes(
            [
                new TwilioStatusWebhook(account), new TwilioInboundWebhook(account),
                new SendGridEventsWebhook(SendGridSettings.Read(settings.GetValueOrDefault)),
            ],
            queue(clock), clock, NullLogger<WebhookRoutes>.Instance).Map(web);
        await web.StartAsync();
        return new WebHouse(web, clock, twilio, sendGrid) { Client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) } };
    }

    /// <summary>The reports about one text with this fate, as the provider would send them.</summary>
    public IReadOnlyList<FakeReport> TextReports(string attemptId, params string[] fate)
    {
        var reports = new List<FakeReport>();
        var provider = new FakeTwilio(Clock) { Fate = _ => fate, Reported = reports.Add };
        var settings = TwilioSettings.Read(FakeAccounts.Settings(SendGrid).GetValueOrDefault, FakeAccounts.PublicUrl);
        using var client = TwilioTexts.CreateClient(settings, new InProcessProvider(provider));
        _ = new TwilioTexts(client, settings, Clock, NullLogger<TwilioTexts>.Instance)
            .DeliverAsync(Outgoing.Text(attemptId), CancellationToken.None).GetAwaiter().GetResult();
        return reports;
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(FakeReport report)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, report.Path + report.Query)
        {
            Content = new ByteArrayContent(report.Body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", report.ContentType);
        foreach (var (name, value) in report.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public static async Task<IReadOnlyList<DeliveryEvent>> EventsAsync(InMemoryQueues queues)
    {
        var messages = await queues.ReceiveAsync(
            QueueNames.DeliveryEvents, 100_000, Outgoing.Now, NodaTime.Duration.FromMinutes(5), CancellationToken.None);
        return [.. messages.Select(message => DeliveryEvent.Read(message.Body))];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        SendGrid.Dispose();
        await web.StopAsync();
        await web.DisposeAsync();
    }
}
