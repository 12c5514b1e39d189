using Microsoft.Extensions.Logging.Abstractions;
using Notifier.Adapters.SendGrid;
using Notifier.Adapters.Twilio;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.Providers;

namespace Notifier.Adapters.Tests.Flow;

/// <summary>A scene of the fault injection with the real adapters of both providers between flow and fakes.</summary>
internal static class ProviderFaultScene
{
    private static readonly Lazy<Task<InMemoryTables>> Before = new(FaultScene.BeforeTheReminderDayAsync);

    /// <summary>The reminder day, in memory.</summary>
    public static async Task<FaultScene> OfOneDayAsync(int seed)
    {
        var clock = new FakeClock(FaultScene.Start);
        var queues = new InMemoryQueues(clock);
        var tables = (await Before.Value).Copy();
        return new(seed, clock, tables, queues, queues, () => queues, scene => Providers(seed, clock, scene))
        {
            Days = FaultScene.TheReminderDay,
        };
    }

    /// <summary>The same over a store in which everything before that day is done.</summary>
    public static FaultScene OfOneDay(
        int seed, FakeClock clock, IEntityTables tables, IQueueSender sender, IQueueReceiver receiver, Func<ISetAsideMessages> setAside) =>
        new(seed, clock, tables, sender, receiver, setAside, scene => Providers(seed, clock, scene)) { Days = FaultScene.TheReminderDay };

    /// <summary>All reminders from the import on.</summary>
    public static FaultScene Of(
        int seed, FakeClock clock, IEntityTables tables, IQueueSender sender, IQueueReceiver receiver,
        Func<ISetAsideMessages> setAside) =>
        new(seed, clock, tables, sender, receiver, setAside, scene => Providers(seed, clock, scene));

    private static ProvidersScene Providers(int seed, FakeClock clock, FaultScene scene)
    {
        var (twilio, sendGrid) = (new FakeTwilio(clock), new FakeSendGrid(clock));
        var settings = FakeAccounts.Settings(sendGrid);
        var texts = TwilioSettings.Read(settings.GetValueOrDefault, FakeAccounts.PublicUrl);
        var mail = SendGridSettings.Read(settings.GetValueOrDefault);
        ProvidersScene? providers = null;
        void Around(string where)
        {
            providers!.BeforeFind();
            scene.Faults.Step(where);
        }

        var channel = new ChannelRouter(
            new SendGridMail(
                SendGridMail.CreateClient(mail, new InProcessProvider(sendGrid, Around)), mail, clock, NullLogger<SendGridMail>.Instance),
            new TwilioTexts(
                TwilioTexts.CreateClient(texts, new InProcessProvider(twilio, Around)), texts, clock, NullLogger<TwilioTexts>.Instance));
        providers = new ProvidersScene(
            seed, clock, twilio, sendGrid, channel, [new TwilioStatusWebhook(texts), new SendGridEventsWebhook(mail)])
        {
            World = () => scene.World,
        };
        return providers;
    }
}
