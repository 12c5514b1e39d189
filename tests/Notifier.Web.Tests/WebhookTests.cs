using System.Net;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Queues;
using Notifier.Delivery;
using Notifier.Testing;
using Notifier.Testing.Providers;

namespace Notifier.Web.Tests;

public sealed class WebhookTests : IAsyncLifetime
{
    private InMemoryQueues queues = null!;
    private WebHouse house = null!;

    public async Task InitializeAsync() => house = await WebHouse.StartAsync(clock => queues = new InMemoryQueues(clock));

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_reports_of_a_text_reach_the_queue_with_their_attempt()
    {
        foreach (var report in house.TextReports("n7-2", "queued", "sent", "delivered"))
        {
            Assert.Equal(HttpStatusCode.NoContent, (await house.PostAsync(report)).Status);
        }

        var events = await WebHouse.EventsAsync(queues);
        Assert.Equal(
            [(NoticeState.Accepted, "n7-2"), (NoticeState.Sent, "n7-2"), (NoticeState.Delivered, "n7-2")],
            events.Select(one => (one.State, one.AttemptId)));
    }

    [Theory]
    [InlineData("undelivered:30006", "30006: a landline, or a carrier that takes no texts", true)]
    [InlineData("undelivered:30003", "30003: the phone could not be reached", false)]
    [InlineData("undelivered:30005", "30005: unknown number", true)]
    [InlineData("undelivered:30007", "30007: filtered by the carrier", false)]
    [InlineData("undelivered:30036", "30036: not delivered before the end of the allowed hours", false)]
    [InlineData("failed:21610", "21610: the recipient opted out", true)]
    [InlineData("failed:39999", "39999: unlisted code", false)]
    [InlineData("failed", "failed", false)]
    public async Task A_text_that_did_not_arrive_says_why_and_whether_the_number_is_of_use(string fate, string reason, bool ends)
    {
        await house.PostAsync(house.TextReports("n7-2", fate)[0]);

        var report = Assert.Single(await WebHouse.EventsAsync(queues));
        Assert.Equal((NoticeState.Failed, reason, ends), (report.State, report.Reason, report.EndsAddress));
    }

    [Theory]
    [InlineData("failed:30002", true)]
    [InlineData("undelivered:30034", true)]
    [InlineData("undelivered:30007", false)]
    [InlineData("delivered", false)]
    public async Task A_report_that_refuses_the_account_or_its_sender_says_so(string fate, bool needsSetup)
    {
        await house.PostAsync(house.TextReports("n7-2", fate)[0]);

        Assert.Equal(needsSetup, Assert.Single(await WebHouse.EventsAsync(queues)).NeedsSetup);
    }

    [Theory]
    [InlineData("processed", "", NoticeState.Accepted, false)]
    [InlineData("deferred", "", NoticeState.Accepted, false)]
    [InlineData("delivered", "", NoticeState.Delivered, false)]
    [InlineData("bounce", ",\"type\":\"bounce\",\"status\":\"5.1.1\"", NoticeState.Failed, true)]
    [InlineData("bounce", ",\"type\":\"blocked\"", NoticeState.Failed, false)]
    [InlineData("bounce", "", NoticeState.Failed, true)]
    [InlineData("dropped", ",\"reason\":\"Bounced Address\"", NoticeState.NotSent, true)]
    [InlineData("dropped", ",\"reason\":\"Spam Content\"", NoticeState.NotSent, false)]
    [InlineData("spamreport", "", NoticeState.Delivered, true)]
    [InlineData("unsubscribe", "", NoticeState.Delivered, true)]
    [InlineData("group_unsubscribe", "", NoticeState.Delivered, true)]
    public async Task An_event_of_a_mail_is_read(string name, string more, NoticeState state, bool ends)
    {
        var report = house.SendGrid.Sign($"[{house.SendGrid.Event("n8-1", "mail1", name, more)}]");

        Assert.Equal(HttpStatusCode.NoContent, (await house.PostAsync(report)).Status);

        var one = Assert.Single(await WebHouse.EventsAsync(queues));
        Assert.Equal(("n8-1", "mail1", state, ends), (one.AttemptId, one.ProviderId, one.State, one.EndsAddress));
        Assert.DoesNotContain("somebody@example.org", one.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("click")]
    [InlineData("group_resubscribe")]
    public async Task What_says_nothing_about_arrival_is_not_kept(string name)
    {
        await house.PostAsync(house.SendGrid.Sign($"[{house.SendGrid.Event("n8-1", "mail1", name)}]"));

        Assert.Empty(await WebHouse.EventsAsync(queues));
    }

    [Fact]
    public async Task A_reply_reaches_the_queue_untrimmed_and_is_answered_with_silence()
    {
        var (status, body) = await house.PostAsync(
            FakeTwilio.Reply(FakeAccounts.PublicUrl, "SM77", "+15125550142", " ¡Alto! & gracias=1 \n", "STOP"));

        Assert.Equal((HttpStatusCode.OK, "<Response/>"), (status, body));
        var message = Assert.Single(await queues.ReceiveAsync(
            QueueNames.DeliveryEvents, 10, Outgoing.Now, Duration.FromMinutes(5), CancellationToken.None));
        Assert.True(InboundReply.IsIn(message.Body));
        var reply = InboundReply.Read(message.Body);
        Assert.Equal(
            (" ¡Alto! & gracias=1 \n", "+15125550142", FakeTwilio.From, "SM77", "STOP"),
            (reply.Text, reply.From, reply.To, reply.ProviderId, reply.AnsweredByProviderAs));
    }

    [Fact]
    public async Task The_same_report_twice_is_one_message()
    {
        var report = house.TextReports("n7-2", "delivered")[0];
        await house.PostAsync(report);
        await house.PostAsync(report);

        Assert.Single(await WebHouse.EventsAsync(queues));
    }

    [Fact]
    public async Task One_bad_event_among_good_ones_loses_none_of_these()
    {
        string[] bad = ["null", "7", "[]", "{}", "\"x\"", "{\"event\":7,\"notifierAttempt\":{}}", "{\"event\":\"delivered\",\"notifierAttempt\":\"../../x\"}"];
        var all = string.Join(',', bad.Append(house.SendGrid.Event("n8-1", "mail1", "delivered")));

        Assert.Equal(HttpStatusCode.NoContent, (await house.PostAsync(house.SendGrid.Sign($"[{all}]"))).Status);
        Assert.Single(await WebHouse.EventsAsync(queues));
    }

    [Fact]
    public async Task Nothing_is_shown_to_a_visitor()
    {
        using var posted = await house.Client.GetAsync("/webhooks/twilio/status");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }
}
