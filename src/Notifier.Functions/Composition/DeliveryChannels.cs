using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Adapters.Outbox;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Queues;
using Notifier.Functions.Settings;
using Notifier.Web;

namespace Notifier.Functions.Composition;

/// <summary>The channel that notices go out by, as the settings choose it.</summary>
public static class DeliveryChannels
{
    /// <param name="delivery">The mode.</param>
    /// <param name="outboxFolder">Where notices are written to when nothing is sent.</param>
    /// <param name="clock">Of the home.</param>
    /// <param name="loggers">For ids and outcomes.</param>
    public static IDeliveryChannel For(DeliveryOptions delivery, Func<string> outboxFolder, IClock clock, ILoggerFactory loggers) =>
        delivery.Providers?.Channel(clock, loggers) ?? new OutboxFolder(new() { Folder = outboxFolder() });

    /// <summary>The routes at which the providers report; none in the outbox mode.</summary>
    public static IServiceCollection AddWebhooksOf(this IServiceCollection services, DeliveryOptions delivery, IClock clock) =>
        delivery.Providers is not { } providers ? services : services.AddSingleton<IWebRoutes>(one => new WebhookRoutes(
            providers.Webhooks, one.GetRequiredService<IQueueSender>(), clock, one.GetRequiredService<ILogger<WebhookRoutes>>()));
}
