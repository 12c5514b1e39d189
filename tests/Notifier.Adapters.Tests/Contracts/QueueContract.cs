using System.Text;
using NodaTime;
using Notifier.Application.Queues;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.Contracts;

/// <summary>What every queue must do; one derived class per adapter.</summary>
public abstract partial class QueueContract
{
    protected const string Queue = "notices-due";

    protected static readonly Duration LockTime = Duration.FromMinutes(5);

    protected FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 21, 18, 0));

    /// <summary>How much later than asked a message may come, for a queue that counts in coarser steps.</summary>
    protected virtual Duration Lateness => Duration.FromNanoseconds(100);

    protected abstract IQueueSender Sender { get; }

    protected abstract IQueueReceiver Receiver { get; }

    protected abstract ISetAsideMessages SetAside { get; }

    [Fact]
    public async Task A_message_comes_out_as_it_went_in()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"text\":\"ñ學👩\"}"), 0, 255];
        await Sender.SendAsync(Queue, [new QueueMessage { MessageId = "n-1|a:b", Body = body }], default);

        var received = Assert.Single(await Receive());

        Assert.Equal(Queue, received.Queue);
        Assert.Equal("n-1|a:b", received.MessageId);
        Assert.Equal(1, received.DeliveryCount);
        Assert.Equal(body, received.Body.ToArray());
    }

    [Fact]
    public async Task An_empty_queue_gives_nothing()
    {
        await Sender.SendAsync("plan-changes", [Message("elsewhere")], default);
        await Sender.SendAsync(Queue, [], default);

        Assert.Empty(await Receive());
    }

    [Fact]
    public async Task Messages_come_in_the_order_they_were_sent()
    {
        await Send("c", "a");
        await Send("b");

        Assert.Equal(["c", "a", "b"], Ids(await Receive()));
    }

    [Fact]
    public async Task No_more_come_than_were_asked_for()
    {
        await Send("a", "b", "c");

        Assert.Equal(["a", "b"], Ids(await Receive(most: 2)));
        Assert.Equal(["c"], Ids(await Receive(most: 2)));
    }

    [Fact]
    public async Task A_locked_message_is_not_given_to_another()
    {
        await Send("a");
        await Receive();

        Clock.Advance(LockTime - Duration.FromMilliseconds(1));

        Assert.Empty(await Receive());
    }

    [Fact]
    public async Task A_completed_message_is_gone()
    {
        await Send("a");
        await Receiver.CompleteAsync(Assert.Single(await Receive()), default);

        Clock.Advance(Duration.FromDays(1));

        Assert.Empty(await Receive());
    }

    [Fact]
    public async Task An_abandoned_message_comes_again_at_once_with_its_count()
    {
        await Send("a");
        await Receiver.AbandonAsync(Assert.Single(await Receive()), "try again", default);

        Assert.Equal(2, Assert.Single(await Receive()).DeliveryCount);
    }

    [Fact]
    public async Task A_message_whose_lock_ran_out_comes_again_with_its_count()
    {
        await Send("a");
        await Receive();

        Clock.Advance(LockTime);

        Assert.Equal(2, Assert.Single(await Receive()).DeliveryCount);
    }

    [Fact]
    public async Task Who_lost_the_lock_is_told_and_changes_nothing()
    {
        await Send("a");
        var late = Assert.Single(await Receive());
        Clock.Advance(LockTime);
        var current = Assert.Single(await Receive());

        await Assert.ThrowsAsync<MessageLockLostException>(() => Receiver.CompleteAsync(late, default));
        await Assert.ThrowsAsync<MessageLockLostException>(() => Receiver.AbandonAsync(late, "late", default));
        await Assert.ThrowsAsync<MessageLockLostException>(() => Receiver.SetAsideAsync(late, "late", default));

        Assert.Empty(await Receive());
        await Receiver.CompleteAsync(current, default);
        await Assert.ThrowsAsync<MessageLockLostException>(() => Receiver.CompleteAsync(current, default));
    }

    [Fact]
    public async Task A_message_does_not_come_before_its_time()
    {
        var notBefore = Clock.GetCurrentInstant() + Duration.FromHours(2) + Duration.FromNanoseconds(1);
        await Sender.SendAsync(Queue, [Message("later") with { NotBefore = notBefore }], default);

        Clock.MoveTo(notBefore - Duration.FromNanoseconds(1));
        Assert.Empty(await Receive());

        Clock.MoveTo(notBefore + Lateness);
        Assert.Equal(["later"], Ids(await Receive()));
    }

    [Fact]
    public async Task A_message_whose_time_has_passed_comes_at_once()
    {
        var past = Clock.GetCurrentInstant() - Duration.FromDays(400);
        await Sender.SendAsync(Queue, [Message("past") with { NotBefore = past }], default);

        Assert.Equal(["past"], Ids(await Receive()));
    }

    [Fact]
    public async Task Many_receivers_share_the_messages_and_none_gets_one_twice()
    {
        await Send([.. Enumerable.Range(0, 200).Select(number => $"{number}")]);

        var received = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var mine = new List<string>();
            while (await Receive(most: 7) is { Count: > 0 } batch)
            {
                mine.AddRange(Ids(batch));
            }

            return mine;
        })));

        var ids = received.SelectMany(mine => mine).ToList();
        Assert.Equal(200, ids.Count);
        Assert.Equal(200, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("ñ")]
    public async Task An_id_no_queue_takes_is_refused(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Send("fine", id));

        Assert.Empty(await Receive());
    }

    [Fact]
    public async Task A_body_no_queue_takes_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Sender.SendAsync(
            Queue, [new QueueMessage { MessageId = "big", Body = new byte[QueueRules.MostBodyBytes + 1] }], default));

    protected static QueueMessage Message(string id) => new() { MessageId = id, Body = "{}"u8.ToArray() };

    protected Task Send(params string[] ids) => Sender.SendAsync(Queue, [.. ids.Select(Message)], default);

    protected Task<IReadOnlyList<ReceivedMessage>> Receive(int most = 1000) =>
        Receiver.ReceiveAsync(Queue, most, Clock.GetCurrentInstant(), LockTime, default);

    private static IEnumerable<string> Ids(IEnumerable<ReceivedMessage> messages) =>
        messages.Select(message => message.MessageId);
}
