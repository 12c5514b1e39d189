using System.Net;
using NodaTime;
using Notifier.Adapters.Sqlite;
using Notifier.Application.Delivery.Receipts;
using Notifier.Application.Queues;
using Notifier.Testing;
using Notifier.Testing.Providers;

namespace Notifier.Web.Tests;

/// <summary>Everything a provider reports at once is on the queue when it has its answer.</summary>
public sealed class BurstTests
{
    [Fact]
    public async Task Of_ten_thousand_reports_in_one_burst_none_is_lost()
    {
        const int Batches = 80;
        const int EventsOfABatch = 100;
        const int Texts = 2_000;
        using var folder = new TempFolder();
        var storeClock = new FakeClock(Outgoing.Now);
        await using var store = SqliteStore.Open(folder.Path, storeClock);
        await using var house = await WebHouse.StartAsync(_ => store.Queues);
        var mail = Enumerable.Range(0, Batches).Select(batch => house.SendGrid.Sign(
            "[" + string.Join(',', Enumerable.Range(0, EventsOfABatch).Select(one =>
                house.SendGrid.Event($"mail{batch}x{one}-1", "m", "delivered"))) + "]"));
        var texts = Enumerable.Range(0, Texts).Select(one => house.TextReports($"text{one}-1", "delivered")[0]);

        var answers = await Task.WhenAll(mail.Concat(texts).ToList().Select(house.PostAsync));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.Status));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (await store.Queues.ReceiveAsync(
            QueueNames.DeliveryEvents, 500, storeClock.GetCurrentInstant(), Duration.FromMinutes(5), CancellationToken.None)
            is { Count: > 0 } messages)
        {
            seen.UnionWith(messages.Select(message => DeliveryEvent.Read(message.Body).AttemptId));
        }

        Assert.Equal((Batches * EventsOfABatch) + Texts, seen.Count);
    }

    [Fact]
    public async Task A_queue_that_fails_is_told_to_the_provider_so_that_it_sends_again()
    {
        var queues = new InMemoryQueues(new FakeClock(Outgoing.Now));
        var isDown = true;
        await using var house = await WebHouse.StartAsync(_ => new WatchedQueues(
            queues, queues, (_, _) => Throw(isDown), (_, _) => { }));
        var report = house.SendGrid.Sign($"[{house.SendGrid.Event("n8-1", "mail1", "delivered")}]");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await house.PostAsync(report)).Status);
        isDown = false;
        Assert.Equal(HttpStatusCode.NoContent, (await house.PostAsync(report)).Status);
        Assert.Single(await WebHouse.EventsAsync(queues));
    }

    private static void Throw(bool isDown)
    {
        if (isDown)
        {
            throw new TimeoutException();
        }
    }
}
