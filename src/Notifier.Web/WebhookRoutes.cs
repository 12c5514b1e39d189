using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Queues;
using Notifier.Application.Webhooks;

namespace Notifier.Web;

/// <summary>
/// The addresses at which the providers report. A report is on the queue before it is answered with
/// success; otherwise the provider is told so, and sends it again.
/// </summary>
public sealed partial class WebhookRoutes(
    IReadOnlyList<IProviderWebhook> webhooks, IQueueSender queue, IClock clock, ILogger<WebhookRoutes> logger)
    : IWebRoutes
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var webhook in webhooks)
        {
            endpoints.MapPost(webhook.Path, context => TakeAsync(webhook, context));
        }
    }

    private async Task TakeAsync(IProviderWebhook webhook, HttpContext context)
    {
        var body = await RawBody.ReadAsync(context, webhook.MostBodyBytes);
        if (body.Refused is { } status)
        {
            LogRefused(webhook.Path, status, "body");
            context.Response.StatusCode = status;
            return;
        }

        var reading = webhook.Read(new WebhookCall
        {
            Query = context.Request.QueryString.Value ?? "",
            ContentType = context.Request.ContentType ?? "",
            Header = name => context.Request.Headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null,
            Body = body.Bytes,
            ReceivedAt = clock.GetCurrentInstant(),
        });
        if (reading.Reason.Length > 0)
        {
            LogRead(webhook.Path, reading.Verdict, reading.Reason);
        }

        context.Response.StatusCode = reading.Verdict switch
        {
            WebhookVerdict.Taken => await QueueAsync(webhook, reading),
            WebhookVerdict.Forged => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status400BadRequest,
        };
        if (context.Response.StatusCode == StatusCodes.Status200OK && webhook.Answer is { } answer)
        {
            context.Response.ContentType = answer.ContentType;
            await context.Response.WriteAsync(answer.Body, context.RequestAborted);
        }
    }

    private async Task<int> QueueAsync(IProviderWebhook webhook, WebhookReading reading)
    {
        try
        {
            if (reading.Messages.Count > 0)
            {
                // A provider that hangs up sends again: what is on its way to the queue goes there all the same.
                await queue.SendAsync(QueueNames.DeliveryEvents, reading.Messages, CancellationToken.None);
            }
        }
        catch (Exception problem)
        {
            LogNotQueued(webhook.Path, problem.GetType().Name);
            return StatusCodes.Status503ServiceUnavailable;
        }

        return webhook.Answer is null ? StatusCodes.Status204NoContent : StatusCodes.Status200OK;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path}: refused with {Status} ({Reason})")]
    private partial void LogRefused(string path, int status, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path}: {Verdict} ({Reason})")]
    private partial void LogRead(string path, WebhookVerdict verdict, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path}: the reports could not be queued ({Problem}); the provider is asked to send them again")]
    private partial void LogNotQueued(string path, string problem);
}
