using NodaTime;

namespace Notifier.Adapters.Tests.Contracts;

public abstract partial class QueueContract
{
    private static readonly Duration Window = Duration.FromMinutes(10);

    [Fact]
    public async Task A_second_message_with_the_same_id_is_dropped()
    {
        await Send("a", "a");
        await Send("a");

        Assert.Equal(["a"], Ids(await Receive()));
    }

    [Fact]
    public async Task The_same_id_on_another_queue_is_another_message()
    {
        await Send("a");
        await Sender.SendAsync("plan-changes", [Message("a")], default);

        Assert.Single(await Receive());
        Assert.Single(await Receiver.ReceiveAsync("plan-changes", 9, Clock.GetCurrentInstant(), LockTime, default));
    }

    [Fact]
    public async Task An_id_is_remembered_after_its_message_is_completed_and_forgotten_after_the_window()
    {
        await Send("a");
        await Receiver.CompleteAsync(Assert.Single(await Receive()), default);

        Clock.Advance(Window - Duration.FromMilliseconds(1));
        await Send("a");
        Assert.Empty(await Receive());

        Clock.Advance(Duration.FromMilliseconds(1));
        await Send("a");
        Assert.Equal(["a"], Ids(await Receive()));
    }

    [Fact]
    public async Task A_duplicate_does_not_make_the_memory_longer()
    {
        await Send("a");
        await Receiver.CompleteAsync(Assert.Single(await Receive()), default);
        Clock.Advance(Window / 2);
        await Send("a");

        Clock.Advance(Window / 2);
        await Send("a");

        Assert.Equal(["a"], Ids(await Receive()));
    }

    [Fact]
    public async Task A_message_for_later_counts_from_when_it_was_sent()
    {
        var start = Clock.GetCurrentInstant();
        await Sender.SendAsync(Queue, [Message("a") with { NotBefore = start + Duration.FromHours(1) }], default);
        await Send("a");
        Assert.Empty(await Receive());

        Clock.Advance(Window);
        await Send("a");

        Assert.Equal(["a"], Ids(await Receive()));
        Clock.MoveTo(start + Duration.FromHours(1));
        Assert.Equal(["a"], Ids(await Receive()).Distinct());
    }

    [Fact]
    public async Task Of_many_senders_of_one_id_one_is_heard()
    {
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Send("a"))));

        Assert.Single(await Receive());
    }

    [Fact]
    public async Task A_clock_set_back_by_days_does_not_make_new_messages_duplicates()
    {
        await Send("a");
        await Receiver.CompleteAsync(Assert.Single(await Receive()), default);
        Clock.Advance(-Duration.FromDays(30));

        await Send("a");

        Assert.Equal(["a"], Ids(await Receive()));
    }
}
