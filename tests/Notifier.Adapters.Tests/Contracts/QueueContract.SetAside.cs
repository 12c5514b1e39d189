using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Adapters.Tests.Contracts;

public abstract partial class QueueContract
{
    [Fact]
    public async Task A_message_abandoned_at_its_tenth_delivery_is_set_aside_with_reason_and_body()
    {
        await Sender.SendAsync(Queue, [new QueueMessage { MessageId = "poison", Body = "not json"u8.ToArray() }], default);
        for (var delivery = 1; delivery <= 10; delivery++)
        {
            var setAside = await Receiver.AbandonAsync(Assert.Single(await Receive()), $"reason {delivery}", default);
            Assert.Equal(delivery == 10, setAside);
        }

        Assert.Empty(await Receive());
        var aside = Assert.Single(await ListAsync());
        Assert.Equal((Queue, "poison", "reason 10", 10), (aside.Queue, aside.MessageId, aside.Reason, aside.DeliveryCount));
        Assert.Equal("not json"u8.ToArray(), aside.Body.ToArray());
        Assert.Equal(Clock.GetCurrentInstant(), aside.SetAsideAt);
    }

    [Fact]
    public async Task A_message_whose_lock_ran_out_ten_times_is_set_aside()
    {
        await Send("slow");
        for (var delivery = 1; delivery <= 10; delivery++)
        {
            Assert.Single(await Receive());
            Clock.Advance(LockTime);
        }

        Assert.Empty(await Receive());
        Assert.Equal("slow", Assert.Single(await ListAsync()).MessageId);
    }

    [Fact]
    public async Task A_message_can_be_set_aside_at_once()
    {
        await Send("unreadable");
        await Receiver.SetAsideAsync(Assert.Single(await Receive()), "no such district", default);
        Clock.Advance(Duration.FromDays(1));

        Assert.Empty(await Receive());
        Assert.Equal("no such district", Assert.Single(await ListAsync()).Reason);
    }

    [Fact]
    public async Task A_message_put_back_is_delivered_as_if_for_the_first_time_even_within_the_window()
    {
        await Send("a");
        await Receiver.SetAsideAsync(Assert.Single(await Receive()), "mended since", default);

        Assert.True(await SetAside.PutBackAsync(Assert.Single(await ListAsync()), default));

        Assert.Empty(await ListAsync());
        var again = Assert.Single(await Receive());
        Assert.Equal(("a", 1), (again.MessageId, again.DeliveryCount));
    }

    [Fact]
    public async Task A_message_is_put_back_once()
    {
        await Send("a");
        await Receiver.SetAsideAsync(Assert.Single(await Receive()), "x", default);
        var aside = Assert.Single(await ListAsync());

        Assert.True(await SetAside.PutBackAsync(aside, default));
        Assert.False(await SetAside.PutBackAsync(aside, default));

        Assert.Single(await Receive());
    }

    [Fact]
    public async Task Every_message_set_aside_is_listed_the_oldest_first_and_per_queue()
    {
        await Sender.SendAsync("plan-changes", [Message("elsewhere")], default);
        string[] ids = [.. Enumerable.Range(0, 250).Select(number => $"{number:D3}")];
        await Send(ids);
        foreach (var message in await Receive())
        {
            await Receiver.SetAsideAsync(message, "x", default);
        }

        Assert.Equal(ids, (await ListAsync()).Select(message => message.MessageId));
    }

    protected async Task<List<SetAsideMessage>> ListAsync()
    {
        var messages = new List<SetAsideMessage>();
        await foreach (var message in SetAside.ListAsync(Queue, default))
        {
            messages.Add(message);
        }

        return messages;
    }
}
