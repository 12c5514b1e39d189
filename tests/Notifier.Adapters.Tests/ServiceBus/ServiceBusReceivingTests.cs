using System.Text;
using NodaTime;
using Notifier.Adapters.ServiceBus;
using Notifier.Adapters.Tests.AzureTables;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Testing;
using Notifier.Testing.ServiceBus;

namespace Notifier.Adapters.Tests.ServiceBus;

/// <summary>Messages taken over the REST API, and dead letters looked at and put back.</summary>
public sealed class ServiceBusReceivingTests : IAsyncLifetime
{
    private const string Queue = "notices-due";

    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 21, 18, 0));

    private ServiceBusStandIn bus = null!;

    private ServiceBusOptions Options => new()
    {
        Endpoint = bus.Endpoint,
        StandInKey = new ServiceBusKey(ServiceBusStandIn.KeyName, ServiceBusStandIn.Key),
        Retries = AzureStores.Impatient,
    };

    private ServiceBusReceiver Receiver => ServiceBusReceiver.Open(Options, clock);

    public async Task InitializeAsync() => bus = await ServiceBusStandIn.StartAsync(clock);

    public async Task DisposeAsync() => await bus.DisposeAsync();

    [Fact]
    public async Task A_message_comes_under_a_lock_and_is_gone_when_completed()
    {
        await SendAsync("n-1", "n-2");
        var first = Assert.Single(await ReceiveAsync(1));
        Assert.Equal(("n-1", 1, "{\"id\":\"n-1\"}"), (first.MessageId, first.DeliveryCount, Encoding.UTF8.GetString(first.Body.Span)));

        Assert.Equal(["n-2"], (await ReceiveAsync(5)).Select(one => one.MessageId));
        await Receiver.CompleteAsync(first, default);
        clock.Advance(Duration.FromMinutes(2));

        Assert.Equal(["n-2"], (await ReceiveAsync(5)).Select(one => one.MessageId));
    }

    [Fact]
    public async Task A_message_given_back_comes_again_at_once_and_is_set_aside_after_ten_deliveries()
    {
        await SendAsync("n-1");
        for (var delivery = 1; delivery <= 10; delivery++)
        {
            var message = Assert.Single(await ReceiveAsync(1));
            Assert.Equal(delivery, message.DeliveryCount);
            Assert.Equal(delivery == 10, await Receiver.AbandonAsync(message, "why", default));
        }

        Assert.Empty(await ReceiveAsync(1));
        Assert.Single(bus.Queues.SetAside);
    }

    [Fact]
    public async Task Whoever_lost_the_lock_hears_of_it()
    {
        await SendAsync("n-1");
        var late = Assert.Single(await ReceiveAsync(1));
        clock.Advance(Duration.FromMinutes(2));
        Assert.Single(await ReceiveAsync(1));

        await Assert.ThrowsAsync<MessageLockLostException>(() => Receiver.CompleteAsync(late, default));
    }

    [Fact]
    public async Task A_message_in_hand_does_not_come_again_however_long_its_call_takes()
    {
        var renewals = 0;
        bus.Queues.BeforeCall = (what, _) => renewals += what == "renew" ? 1 : 0;
        var receiver = ServiceBusReceiver.Open(Options, clock, TimeSpan.FromMilliseconds(20), LockRenewal.Longest);
        await SendAsync("n-1");
        var inHand = Assert.Single(await receiver.ReceiveAsync(Queue, 1, clock.GetCurrentInstant(), Duration.FromMinutes(1), default));

        for (var minute = 0; minute < 5; minute++)
        {
            clock.Advance(Duration.FromSeconds(45));
            var before = Volatile.Read(ref renewals);
            await UntilAsync(() => Volatile.Read(ref renewals) > before + 1);
            Assert.Empty(await ReceiveAsync(1));
        }

        await receiver.CompleteAsync(inHand, default);
        var after = Volatile.Read(ref renewals);
        await Task.Delay(100);
        Assert.InRange(Volatile.Read(ref renewals), after, after + 1);
        clock.Advance(Duration.FromMinutes(2));
        Assert.Empty(await ReceiveAsync(1));
    }

    [Fact]
    public async Task A_call_that_never_ends_loses_its_message_at_last()
    {
        var renewals = 0;
        bus.Queues.BeforeCall = (what, _) => renewals += what == "renew" ? 1 : 0;
        var receiver = ServiceBusReceiver.Open(Options, clock, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100));
        await SendAsync("n-1");
        Assert.Single(await receiver.ReceiveAsync(Queue, 1, clock.GetCurrentInstant(), Duration.FromMinutes(1), default));

        await Task.Delay(400);
        var after = Volatile.Read(ref renewals);
        await Task.Delay(100);
        Assert.Equal(after, Volatile.Read(ref renewals));
        clock.Advance(Duration.FromMinutes(2));
        Assert.Single(await ReceiveAsync(1));
    }

    [Fact]
    public async Task Who_may_not_listen_is_told_which_role_to_ask_for()
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() => ServiceBusReceiver
            .Open(Options with { StandInKey = new ServiceBusKey("nobody", "d3Jvbmc=") }, clock)
            .ReceiveAsync(Queue, 1, clock.GetCurrentInstant(), Duration.FromMinutes(1), default));

        Assert.Contains("Azure Service Bus Data Receiver", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dead_letters_are_listed_with_reason_and_body_and_stay_where_they_are()
    {
        await SetAsideAsync("n-1", "n-2");

        for (var look = 0; look < 2; look++)
        {
            await using var dead = Open();
            Assert.Equal(
                [
                    ("n-1", "MaxDeliveryCountExceeded: JsonException", "{\"id\":\"n-1\"}"),
                    ("n-2", "MaxDeliveryCountExceeded: JsonException", "{\"id\":\"n-2\"}"),
                ],
                (await dead.ListAsync(Queue, default).ToListAsync())
                    .Select(one => (one.MessageId, one.Reason, Encoding.UTF8.GetString(one.Body.Span))));
        }
    }

    [Fact]
    public async Task A_dead_letter_put_back_is_delivered_although_the_queue_remembers_its_id()
    {
        await SetAsideAsync("n-1", "n-2");
        await using (var dead = Open())
        {
            var first = (await dead.ListAsync(Queue, default).ToListAsync())[0];
            Assert.True(await dead.PutBackAsync(first, default));
            Assert.False(await dead.PutBackAsync(first, default));
        }

        Assert.Equal("{\"id\":\"n-1\"}", Encoding.UTF8.GetString(Assert.Single(await ReceiveAsync(5)).Body.Span));
        Assert.Equal("n-2", Assert.Single(bus.Queues.SetAside).MessageId);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var tries = 0; !isSo(); tries++)
        {
            Assert.True(tries < 1000, "Ten seconds were not enough.");
            await Task.Delay(10);
        }
    }

    private ServiceBusDeadLetters Open() => ServiceBusDeadLetters.Open(Options, StandInNamespace.Sender(bus, clock), clock);

    private Task SendAsync(params string[] ids) => StandInNamespace.Sender(bus, clock).SendAsync(
        Queue, [.. ids.Select(id => new QueueMessage { MessageId = id, Body = Encoding.UTF8.GetBytes($$"""{"id":"{{id}}"}""") })], default);

    private async Task SetAsideAsync(params string[] ids)
    {
        await SendAsync(ids);
        foreach (var message in await bus.ReceiveAsync(Queue, 9, clock.GetCurrentInstant(), Duration.FromMinutes(1), default))
        {
            await bus.SetAsideAsync(message, "JsonException", default);
        }
    }

    private Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int most) =>
        Receiver.ReceiveAsync(Queue, most, clock.GetCurrentInstant(), Duration.FromMinutes(1), default);
}
