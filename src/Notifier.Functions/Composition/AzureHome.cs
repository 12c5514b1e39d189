using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.AzureTables;
using Notifier.Adapters.ServiceBus;
using Notifier.Adapters.Templates;
using Notifier.Application.Alarms;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Notices;
using Notifier.Application.Queues;
using Notifier.Application.Runs;
using Notifier.Application.Storage;
using Notifier.Functions.Settings;
using Notifier.Web;

namespace Notifier.Functions.Composition;

/// <summary>
/// The Azure home, put together: Table Storage, Service Bus, a channel, the use cases, and the functions that start them.
/// Many processes share its store, so no start of one settles what others have in hand: that is left to
/// <see cref="Functions.ReconcileDeliveries"/>.
/// </summary>
public static class AzureHome
{
    /// <exception cref="SettingException">A setting is missing or wrong: nothing starts.</exception>
    public static IServiceCollection AddNotifier(
        this IServiceCollection services, IConfiguration configuration, IClock clock)
    {
        var identity = IdentityOf(configuration);
        var store = StorageSettings.From(configuration).ToStore(identity);
        var sender = ServiceBusSettings.From(configuration).ToSender(identity);
        var delivery = DeliveryOptions.From(configuration, DeliveryMode.Providers);
        var schoolOffice = SchoolOfficeOptions.From(configuration);
        var outbox = delivery.Mode == DeliveryMode.Outbox
            ? Setting.Require(configuration, "Notifier:Outbox:Folder", "the folder that notices are written to") : "";
        return services
            .AddSingleton(clock)
            .AddSingleton(_ => AzureStore.Open(store, clock))
            .AddSingleton<IQueueSender>(_ => new NamedQueues(ServiceBusSender.Open(sender, clock), QueueNameIn(configuration)))
            .AddSingleton(one => DeliveryChannels.For(delivery, () => outbox, clock, one.GetRequiredService<ILoggerFactory>()))
            .AddSingleton(provider => new UseCases(
                provider.GetRequiredService<IEntityTables>(),
                provider.GetRequiredService<IQueueSender>(),
                provider.GetRequiredService<IDeliveryChannel>(),
                new NoticeComposer(new HandlebarsTemplates()),
                clock,
                new DeliverySettings { TextRate = delivery.Providers?.TextRate },
                loggers: provider.GetRequiredService<ILoggerFactory>(),
                alarmSettings: new AlarmSettings { Mailbox = delivery.AlarmMailbox }))
            .AddFunctionsOf(provider => provider.GetRequiredService<UseCases>())
            .AddNotifierWeb()
            .AddWebhooksOf(delivery, clock)
            .AddSingleton<IWebRoutes>(provider => new ScheduleChangeRoutes(
                provider.GetRequiredService<UseCases>().SubmitScheduleChange, schoolOffice,
                provider.GetRequiredService<ILogger<ScheduleChangeRoutes>>()));
    }

    // Azure names the identity of an app by its client id, or vouches for the app's own.
    private static AzureIdentity IdentityOf(IConfiguration configuration) =>
        (Setting.Find(configuration, "AZURE_CLIENT_ID"), Setting.Find(configuration, "IDENTITY_ENDPOINT")) switch
        {
            ({ } clientId, { }) => AzureIdentity.Managed(clientId),
            (null, { }) => AzureIdentity.Managed(clientId: null),
            _ => AzureIdentity.OfDeveloper,
        };

    private static Func<string, string> QueueNameIn(IConfiguration configuration) => queue =>
        ShippedSettings.NameFor(queue) is { } setting ? Setting.Find(configuration, setting) ?? queue : queue;
}
