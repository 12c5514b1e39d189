using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Testing.ServiceBus;

/// <summary>
/// Hands messages out over the documented REST API: under a lock, from a queue or its dead letters, then deleted or
/// unlocked: <see href="https://learn.microsoft.com/rest/api/servicebus/peek-lock-message-non-destructive-read"/>.
/// </summary>
internal sealed class StandInReceiving(InMemoryQueues queues, StandInAccess access, IClock clock, Func<string, string, string?> traceOf)
{
    private static readonly Duration LockFor = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ReceivedMessage> locked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SetAsideMessage> lockedDead = new(StringComparer.Ordinal);
    private long lastSequence;

    public void Map(WebApplication web)
    {
        web.MapPost("/{queue}/messages/head", (HttpContext context, string queue) => Checked(context, () => HeadAsync(context, queue)));
        web.MapPost(
            "/{queue}/$DeadLetterQueue/messages/head",
            (HttpContext context, string queue) => Checked(context, () => DeadHeadAsync(context, queue)));
        web.MapMethods(
            "/{queue}/messages/{sequence}/{token}", ["DELETE", "PUT"],
            (HttpContext context, string token) => Checked(context, () => EndAsync(context, token)));
        web.MapPost(
            "/{queue}/messages/{sequence}/{token}",
            (HttpContext context, string token) => Checked(context, () => RenewAsync(context, token)));
        web.MapMethods(
            "/{queue}/$DeadLetterQueue/messages/{sequence}/{token}", ["DELETE", "PUT"],
            (HttpContext context, string token) => Checked(context, () => EndDead(context, token)));
    }

    private async Task Checked(HttpContext context, Func<Task> then)
    {
        try
        {
            access.Check(context.Request);
        }
        catch (StandInRefusal refusal)
        {
            context.Response.StatusCode = refusal.Status;
            return;
        }

        await then();
    }

    private async Task HeadAsync(HttpContext context, string queue)
    {
        var some = await queues.ReceiveAsync(queue, 1, clock.GetCurrentInstant(), LockFor, CancellationToken.None);
        if (some.Count == 0)
        {
            context.Response.StatusCode = 204;
            return;
        }

        var message = some[0];
        locked[message.LockToken] = message;
        if (traceOf(queue, message.MessageId) is { } trace)
        {
            context.Response.Headers["traceparent"] = $"\"{trace}\"";
        }

        await WriteAsync(context, message.MessageId, message.LockToken, message.DeliveryCount, message.Body);
    }

    private async Task DeadHeadAsync(HttpContext context, string queue)
    {
        var message = queues.SetAside.FirstOrDefault(one => one.Queue == queue && !lockedDead.ContainsKey(one.Id));
        if (message is null)
        {
            context.Response.StatusCode = 204;
            return;
        }

        lockedDead[message.Id] = message;
        context.Response.Headers["DeadLetterReason"] = "\"MaxDeliveryCountExceeded\"";
        context.Response.Headers["DeadLetterErrorDescription"] = $"\"{message.Reason}\"";
        await WriteAsync(context, message.MessageId, message.Id, message.DeliveryCount, message.Body);
    }

    private async Task EndAsync(HttpContext context, string token)
    {
        if (!locked.TryRemove(token, out var message))
        {
            context.Response.StatusCode = 404;
            return;
        }

        try
        {
            await (context.Request.Method == "DELETE"
                ? queues.CompleteAsync(message, CancellationToken.None)
                : queues.AbandonAsync(message, "given back", CancellationToken.None));
        }
        catch (MessageLockLostException)
        {
            context.Response.StatusCode = 410;
        }
    }

    private async Task RenewAsync(HttpContext context, string token)
    {
        try
        {
            if (locked.TryGetValue(token, out var message))
            {
                await queues.RenewAsync(message, clock.GetCurrentInstant() + LockFor);
                return;
            }
        }
        catch (MessageLockLostException)
        {
            // Handed to somebody else since.
        }

        context.Response.StatusCode = 404;
    }

    private Task EndDead(HttpContext context, string token)
    {
        if (!lockedDead.TryRemove(token, out var message))
        {
            context.Response.StatusCode = 404;
        }
        else if (context.Request.Method == "DELETE")
        {
            queues.Forget(message);
        }

        return Task.CompletedTask;
    }

    private async Task WriteAsync(HttpContext context, string messageId, string token, int deliveryCount, ReadOnlyMemory<byte> body)
    {
        var answer = context.Response;
        answer.StatusCode = 201;
        answer.ContentType = "application/json";
        answer.Headers["BrokerProperties"] = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["MessageId"] = messageId,
            ["LockToken"] = token,
            ["SequenceNumber"] = Interlocked.Increment(ref lastSequence),
            ["DeliveryCount"] = deliveryCount,
            ["EnqueuedTimeUtc"] = clock.GetCurrentInstant().ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture),
        });
        await answer.Body.WriteAsync(body);
    }
}
