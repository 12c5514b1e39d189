using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Adapters.Tests.Contracts;

/// <summary>Random sequences of what senders and receivers do: nothing is lost and nothing is invented.</summary>
public abstract partial class QueueContract
{
    private int modelQueues;

    private enum Act
    {
        Send,
        SendLater,
        Receive,
        Complete,
        Abandon,
        SetAside,
        LetLocksRunOut,
        PutBack,
    }

    [Fact]
    public void After_any_sequence_every_message_is_completed_waiting_or_set_aside()
    {
        var steps = Gen.ListOf(
            from act in Gen.Elements(Enum.GetValues<Act>())
            from number in Gen.Choose(0, 19)
            select (act, number),
            40);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(30),
            Prop.ForAll(steps.ToArbitrary(), sequence => NothingIsLost(sequence).GetAwaiter().GetResult()));
    }

    private async Task<bool> NothingIsLost(IEnumerable<(Act Act, int Number)> sequence)
    {
        var queue = $"model-{Interlocked.Increment(ref modelQueues)}";
        var sent = new List<string>();
        var completed = new List<string>();
        var held = new List<ReceivedMessage>();
        foreach (var (act, number) in sequence)
        {
            var now = Clock.GetCurrentInstant();
            switch (act)
            {
                case Act.Send or Act.SendLater:
                    var id = $"{sent.Count}";
                    Instant? later = act == Act.SendLater ? now + Duration.FromMinutes(number) : null;
                    await Sender.SendAsync(queue, [Message(id) with { NotBefore = later }], default);
                    sent.Add(id);
                    break;
                case Act.Receive:
                    held.AddRange(await Receiver.ReceiveAsync(queue, 1 + (number / 5), now, LockTime, default));
                    break;
                case Act.Complete when held.Count > 0:
                    await Receiver.CompleteAsync(held[0], default);
                    completed.Add(held[0].MessageId);
                    held.RemoveAt(0);
                    break;
                case Act.Abandon when held.Count > 0:
                    await Receiver.AbandonAsync(held[0], "x", default);
                    held.RemoveAt(0);
                    break;
                case Act.SetAside when held.Count > 0:
                    await Receiver.SetAsideAsync(held[0], "x", default);
                    held.RemoveAt(0);
                    break;
                case Act.LetLocksRunOut:
                    Clock.Advance(LockTime);
                    held.Clear();
                    break;
                case Act.PutBack:
                    await foreach (var aside in SetAside.ListAsync(queue, default))
                    {
                        Assert.True(await SetAside.PutBackAsync(aside, default));
                        break;
                    }

                    break;
            }
        }

        Clock.Advance(Duration.FromHours(1));
        var left = await Receiver.ReceiveAsync(queue, 1000, Clock.GetCurrentInstant(), LockTime, default);
        var all = completed.Concat(Ids(left)).ToList();
        await foreach (var aside in SetAside.ListAsync(queue, default))
        {
            all.Add(aside.MessageId);
        }

        Assert.Equal(sent.Order(), all.Order());
        return true;
    }
}
