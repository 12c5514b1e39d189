using System.Net;
using System.Net.Sockets;
using System.Text;
using NodaTime;
using Notifier.Testing;
using Notifier.Testing.Providers;

namespace Notifier.Web.Tests;

/// <summary>What did not come from the provider as it stands: refused, without a trace on the queue, and the server lives on.</summary>
public sealed class ForgedWebhookTests : IAsyncLifetime
{
    private InMemoryQueues queues = null!;
    private WebHouse house = null!;

    public async Task InitializeAsync() => house = await WebHouse.StartAsync(clock => queues = new InMemoryQueues(clock));

    public async Task DisposeAsync()
    {
        // Whatever was sent, it is still there, and takes the next good report.
        Assert.Empty(await WebHouse.EventsAsync(queues));
        Assert.Equal(HttpStatusCode.NoContent, (await house.PostAsync(Mail)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await house.PostAsync(Text)).Status);
        await house.DisposeAsync();
    }

    private FakeReport Text => house.TextReports("n7-2", "delivered")[0];

    private FakeReport Mail => house.SendGrid.Sign($"[{house.SendGrid.Event("n8-1", "mail1", "delivered")}]");

    [Fact]
    public async Task Without_a_signature()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Text with { Headers = new Dictionary<string, string>() }));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Mail with { Headers = new Dictionary<string, string>() }));
    }

    [Fact]
    public async Task One_byte_changed_anywhere()
    {
        foreach (var report in (FakeReport[])[Text, Mail])
        {
            for (var at = 0; at < report.Body.Length; at += 7)
            {
                var body = report.Body.ToArray();
                body[at] ^= 1;
                Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(report with { Body = body }));
            }
        }
    }

    [Fact]
    public async Task Truncated()
    {
        foreach (var report in (FakeReport[])[Text, Mail])
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(report with { Body = report.Body[..^3] }));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(report with { Body = [] }));
        }
    }

    [Fact]
    public async Task For_another_attempt()
    {
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await StatusAsync(Text with { Query = "?notifierAttempt=n7-3" }));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Text with { Query = Text.Query + "&more=1" }));
    }

    [Fact]
    public async Task At_another_address() =>
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Text with { Path = "/webhooks/twilio/inbound", Query = "" }));

    [Fact]
    public async Task Signed_by_another_key()
    {
        using var stranger = new FakeSendGrid(house.Clock);
        Assert.Equal(
            HttpStatusCode.Forbidden, await StatusAsync(stranger.Sign($"[{stranger.Event("n8-1", "mail1", "delivered")}]")));
    }

    [Fact]
    public async Task Replayed_after_the_provider_has_given_up()
    {
        var report = Mail;
        house.Clock.Advance(Duration.FromHours(26));

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(report));
    }

    [Fact]
    public async Task From_the_future()
    {
        house.Clock.Advance(Duration.FromHours(1));
        var report = Mail;
        house.Clock.Advance(-Duration.FromHours(1));

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(report));
    }

    [Theory]
    [InlineData("{\"event\":\"delivered\"}")]
    [InlineData("[{\"event\":")]
    [InlineData("")]
    [InlineData("\u0000")]
    public async Task Signed_and_yet_no_list_of_events(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(house.SendGrid.Sign(body)));

    [Fact]
    public async Task Signed_and_nested_so_deep_that_a_reader_might_fall_over() =>
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(house.SendGrid.Sign(new string('[', 100_000))));

    [Fact]
    public async Task Oversized()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(Text with { Body = new byte[70_000] }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(Mail with { Body = new byte[(16 * 1024 * 1024) + 1] }));
    }

    [Fact]
    public async Task Oversized_without_saying_so()
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(house.Address.Host, house.Address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /webhooks/twilio/status HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"));
        var part = Encoding.ASCII.GetBytes("4000\r\n" + new string('a', 0x4000) + "\r\n");
        for (var sent = 0; sent < 5; sent++)
        {
            await stream.WriteAsync(part);
        }

        var answer = new byte[12];
        await stream.ReadExactlyAsync(answer);
        Assert.Equal("HTTP/1.1 413", Encoding.ASCII.GetString(answer));
    }

    [Fact]
    public async Task Broken_off_in_the_middle()
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(house.Address.Host, house.Address.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            "POST /webhooks/sendgrid/events HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n[{\"event\":"));
        connection.Close();
    }

    [Fact]
    public async Task Headers_twice_or_absurd()
    {
        var longSignature = new Dictionary<string, string> { ["X-Twilio-Signature"] = new string('A', 4000) };
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Text with { Headers = longSignature }));
        var time = new Dictionary<string, string>(Mail.Headers) { ["X-Twilio-Email-Event-Webhook-Timestamp"] = new string('9', 19) };
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Mail with { Headers = time }));
    }

    private async Task<HttpStatusCode> StatusAsync(FakeReport report) => (await house.PostAsync(report)).Status;
}
