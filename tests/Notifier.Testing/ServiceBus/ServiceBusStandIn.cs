using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Testing.ServiceBus;

/// <summary>
/// A Service Bus namespace on this machine. Messages come in over its documented REST API and are kept by the rules
/// of its queues: duplicate detection (scheduled messages counted when sent), not-before, locks, delivery count,
/// redelivery at once, dead letters. They go out as the trigger hands them on.
/// </summary>
public sealed class ServiceBusStandIn : IQueueReceiver, ISetAsideMessages, IAsyncDisposable
{
    public const string KeyName = "stand-in";

    public const string Key = "c3RhbmQtaW4ga2V5";

    private readonly WebApplication web;
    private readonly StandInAccess access;
    private readonly List<StandInRequest> requests = [];
    private readonly ConcurrentDictionary<(string Queue, string MessageId), string> traces = [];

    private ServiceBusStandIn(WebApplication web, IClock clock)
    {
        this.web = web;
        access = new StandInAccess(KeyName, Key, clock);
        Queues = new InMemoryQueues(clock);
    }

    public InMemoryQueues Queues { get; }

    public Uri Endpoint => new(web.Urls.First());

    /// <summary>The queues there are; null: any.</summary>
    public IReadOnlySet<string>? Names { get; init; }

    /// <summary>What happens to the next request; null: nothing bad.</summary>
    public Func<StandInFault>? NextFault { get; set; }

    /// <summary>What was taken, in order.</summary>
    public IReadOnlyList<StandInRequest> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    /// <param name="clock">Of the queues.</param>
    /// <param name="names">The queues there are; null: any.</param>
    public static async Task<ServiceBusStandIn> StartAsync(IClock clock, IReadOnlySet<string>? names = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var web = builder.Build();
        var standIn = new ServiceBusStandIn(web, clock) { Names = names };
        web.MapPost("/{queue}/messages", standIn.TakeAsync);
        new StandInReceiving(standIn.Queues, standIn.access, clock, standIn.TraceOf).Map(web);
        await web.StartAsync();
        return standIn;
    }

    /// <summary>As the trigger hands messages on: with the trace of whoever sent them.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, int most, Instant now, Duration lockFor, CancellationToken cancellationToken) =>
        [.. (await Queues.ReceiveAsync(queue, most, now, lockFor, cancellationToken)).Select(message =>
            message with { TraceParent = TraceOf(queue, message.MessageId) })];

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken) =>
        Queues.CompleteAsync(message, cancellationToken);

    public Task<bool> AbandonAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken) =>
        Queues.AbandonAsync(message, reason, cancellationToken);

    public Task SetAsideAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken) =>
        Queues.SetAsideAsync(message, reason, cancellationToken);

    public IAsyncEnumerable<SetAsideMessage> ListAsync(string queue, CancellationToken cancellationToken) =>
        Queues.ListAsync(queue, cancellationToken);

    public Task<bool> PutBackAsync(SetAsideMessage message, CancellationToken cancellationToken) =>
        Queues.PutBackAsync(message, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await web.StopAsync(atOnce.Token);
        await web.DisposeAsync();
    }

    private string? TraceOf(string queue, string messageId) => traces.GetValueOrDefault((queue, messageId));

    private async Task TakeAsync(HttpContext context, string queue)
    {
        var fault = NextFault?.Invoke() ?? StandInFault.None;
        var answer = context.Response;
        switch (fault)
        {
            case StandInFault.NeverArrives:
                context.Abort();
                return;
            case StandInFault.Throttled:
                answer.Headers.RetryAfter = "0";
                answer.StatusCode = 429;
                return;
            case StandInFault.Busy:
                answer.StatusCode = 503;
                return;
        }

        try
        {
            access.Check(context.Request);
            await KeepAsync(context, queue);
        }
        catch (StandInRefusal refusal)
        {
            answer.StatusCode = refusal.Status;
            answer.ContentType = "application/xml";
            var detail = WebUtility.HtmlEncode(refusal.Message);
            await answer.WriteAsync($"<Error><Code>{refusal.Status}</Code><Detail>{detail}</Detail></Error>");
            return;
        }

        switch (fault)
        {
            case StandInFault.AnswerLost:
                context.Abort();
                break;
            case StandInFault.NeverAnswers:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                answer.StatusCode = fault == StandInFault.TakenButSaysItFailed ? 500 : 201;
                break;
        }
    }

    private async Task KeepAsync(HttpContext context, string queue)
    {
        if (Names?.Contains(queue) == false)
        {
            throw new StandInRefusal(404, $"Entity '{queue}' was not found.");
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var messages = StandInMessages.Read(context.Request.Headers, body.ToArray());
        lock (requests)
        {
            requests.Add(new StandInRequest(queue, (int)body.Length, messages));
        }

        foreach (var message in messages)
        {
            if (message.Properties.TryGetValue("traceparent", out var trace))
            {
                // The first counts: a second with the same id is dropped.
                traces.TryAdd((queue, message.Message.MessageId), trace);
            }
        }

        await Queues.SendAsync(queue, [.. messages.Select(message => message.Message)], CancellationToken.None);
    }
}
