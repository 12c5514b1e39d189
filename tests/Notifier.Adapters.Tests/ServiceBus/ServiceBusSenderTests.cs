using System.Diagnostics;
using System.Text;
using NodaTime;
using Notifier.Adapters.ServiceBus;
using Notifier.Adapters.Tests.AzureTables;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Testing;
using Notifier.Testing.ServiceBus;

namespace Notifier.Adapters.Tests.ServiceBus;

public sealed class ServiceBusSenderTests : IAsyncLifetime
{
    private const int Limit = 256 * 1024;

    private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 21, 18, 0));
    private ServiceBusStandIn standIn = null!;
    private ServiceBusSender sender = null!;

    public async Task InitializeAsync()
    {
        standIn = await ServiceBusStandIn.StartAsync(clock, new HashSet<string> { "notices-due" });
        sender = StandInNamespace.Sender(standIn, clock);
    }

    public async Task DisposeAsync() => await standIn.DisposeAsync();

    [Fact]
    public async Task Many_messages_go_in_few_requests_that_stay_below_the_limit()
    {
        // Quotes and line breaks take two bytes each on the wire.
        var body = Encoding.UTF8.GetBytes("{\"text\":\"" + new string('"', 400) + "\n\"}");
        QueueMessage[] messages =
            [.. Enumerable.Range(0, 3000).Select(n => new QueueMessage { MessageId = $"{n}", Body = body })];

        await sender.SendAsync("notices-due", messages, default);

        Assert.InRange(standIn.Requests.Count, 2, 20);
        Assert.All(standIn.Requests, request => Assert.InRange(request.Bytes, 1, Limit));
        Assert.Equal(
            messages.Select(message => message.MessageId),
            standIn.Queues.Messages("notices-due").Select(message => message.MessageId));
        Assert.All(standIn.Queues.Messages("notices-due"), message => Assert.Equal(body, message.Body.ToArray()));
    }

    [Fact]
    public async Task The_biggest_bodies_go_one_by_one_and_arrive_whole()
    {
        var body = Encoding.UTF8.GetBytes(new string('"', QueueRules.MostBodyBytes));

        await sender.SendAsync(
            "notices-due",
            [.. Enumerable.Range(0, 3).Select(n => new QueueMessage { MessageId = $"{n}", Body = body })],
            default);

        Assert.Equal(3, standIn.Requests.Count);
        Assert.All(standIn.Queues.Messages("notices-due"), message => Assert.Equal(body, message.Body.ToArray()));
    }

    [Fact]
    public async Task The_trace_goes_along_alone_and_in_a_batch()
    {
        using var activity = new Activity("send").SetIdFormat(ActivityIdFormat.W3C).Start();

        await sender.SendAsync("notices-due", [Message("alone")], default);
        await sender.SendAsync("notices-due", [Message("a"), Message("b")], default);

        Assert.All(
            standIn.Requests.SelectMany(request => request.Messages),
            message => Assert.Equal(activity.Id, message.Properties["traceparent"]));
    }

    [Fact]
    public async Task An_answer_that_never_comes_does_not_double_the_messages()
    {
        var faults = new Queue<StandInFault>(
            [StandInFault.NeverAnswers, StandInFault.AnswerLost, StandInFault.TakenButSaysItFailed]);
        standIn.NextFault = () => faults.TryDequeue(out var fault) ? fault : StandInFault.None;
        var impatient = StandInNamespace.Sender(
            standIn, clock, AzureStores.Impatient with { AttemptTimeout = TimeSpan.FromMilliseconds(300) });

        await impatient.SendAsync("notices-due", [Message("a"), Message("b")], default);

        Assert.Equal(4, standIn.Requests.Count);
        Assert.Equal(["a", "b"], standIn.Queues.Messages("notices-due").Select(message => message.MessageId));
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_named()
    {
        var problem = await Assert.ThrowsAsync<StoreException>(() => sender.SendAsync("plan-changes", [Message("a")], default));

        Assert.Contains("'plan-changes' with 404", problem.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_does_not_fit_is_refused_with_what_to_do()
    {
        var stranger = ServiceBusSender.Open(
            new ServiceBusOptions { Endpoint = standIn.Endpoint, StandInKey = new ServiceBusKey("stand-in", "wrong") }, clock);

        var problem = await Assert.ThrowsAsync<StoreException>(() => stranger.SendAsync("notices-due", [Message("a")], default));

        Assert.Contains("Azure Service Bus Data Sender", problem.Remedy, StringComparison.Ordinal);
        Assert.Empty(standIn.Requests);
    }

    [Fact]
    public async Task A_namespace_that_stays_busy_is_given_up_visibly()
    {
        standIn.NextFault = () => StandInFault.Busy;

        var problem = await Assert.ThrowsAsync<StoreException>(() => sender.SendAsync("notices-due", [Message("a")], default));

        Assert.Contains("503", problem.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sb-notifier")]
    [InlineData("https://sb-notifier.servicebus.windows.net/")]
    public void A_namespace_is_written_in_full(string name) => Assert.Throws<ArgumentException>(() => ServiceBusOptions.Azure(name));

    private static QueueMessage Message(string id) => new() { MessageId = id, Body = "{}"u8.ToArray() };
}
