using System.Text;
using System.Text.Json;
using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Receipts;
using Notifier.Delivery;

namespace Notifier.Application.Tests.Flow;

public class InboundReplyTests
{
    private static readonly InboundReply Stop = new()
    {
        ProviderId = "SM0123",
        From = "+15125550142",
        To = "+15125550100",
        Text = " ¡ALTO! ",
        At = Instant.FromUtc(2026, 3, 2, 19, 10),
        AnsweredByProviderAs = "STOP",
        Attachments = 1,
    };

    [Fact]
    public void Is_told_from_a_delivery_event_on_the_same_queue()
    {
        var receipt = new DeliveryEvent
        {
            EventId = "e1",
            AttemptId = "n-1",
            State = NoticeState.Delivered,
            Reason = "inboundReply",
            At = Stop.At,
        };

        Assert.True(InboundReply.IsIn(Stop.ToMessage().Body));
        Assert.False(InboundReply.IsIn(receipt.ToMessage().Body));
        Assert.Equal(Stop, InboundReply.Read(Stop.ToMessage().Body));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"kind":"inboundReplies"}""")]
    public void Is_not_seen_in_another_body(string body) => Assert.False(InboundReply.IsIn(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_body_that_is_not_json_is_refused() =>
        Assert.ThrowsAny<JsonException>(() => InboundReply.IsIn(Encoding.UTF8.GetBytes("{\"kind\":")));

    [Fact]
    public void The_same_reply_is_the_same_message()
    {
        Assert.Equal(Stop.ToMessage().MessageId, (Stop with { Text = "other" }).ToMessage().MessageId);
        Assert.NotEqual(Stop.ToMessage().MessageId, (Stop with { ProviderId = "SM9" }).ToMessage().MessageId);
    }
}
