using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Adapters.SendGrid;
using Notifier.Adapters.Twilio;
using Notifier.Application.Delivery.Attempts;
using Notifier.Application.Delivery.Paces;
using Notifier.Application.Webhooks;
using Notifier.Web;
using Reader = Notifier.Application.Settings.SettingReader;
using Refused = Notifier.Application.Settings.SettingException;

namespace Notifier.Functions.Settings;

/// <summary>
/// The mail and text providers: sections <c>Notifier:SendGrid</c> and <c>Notifier:Twilio</c>, of which one may be left
/// out, and <c>Notifier:Web:PublicUrl</c>.
/// </summary>
public sealed record ProviderOptions
{
    /// <summary>Null: no email goes out.</summary>
    public SendGridSettings? Mail { get; init; }

    /// <summary>Null: no texts go out.</summary>
    public TwilioSettings? Texts { get; init; }

    /// <summary>Of the texts; null where none go out.</summary>
    public TextRate? TextRate { get; init; }

    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static ProviderOptions From(IConfiguration configuration)
    {
        string? Read(string name) => Setting.Find(configuration, name);
        try
        {
            var options = new ProviderOptions
            {
                Mail = IsSet(configuration, "SendGrid") ? SendGridSettings.Read(Read) : null,
                TextRate = IsSet(configuration, "Twilio") ? RateOf(new Reader("Notifier:Twilio", Read)) : null,
                Texts = IsSet(configuration, "Twilio") ? TwilioSettings.Read(Read, PublicUrl(Read)) : null,
            };
            return options.Mail is null && options.Texts is null
                ? throw new SettingException(
                    "setting Notifier:Delivery:Mode is 'providers', and no provider is set. Set Notifier__SendGrid__ApiKey "
                    + "and its kin for email, Notifier__Twilio__AccountSid and its kin for texts, or both; or set "
                    + "Notifier__Delivery__Mode to 'outbox'.")
                : options;
        }
        catch (Refused wrong)
        {
            throw new SettingException(wrong.Message);
        }
    }

    /// <summary>Emails to one, texts to the other.</summary>
    public IDeliveryChannel Channel(IClock clock, ILoggerFactory loggers) =>
        new ChannelRouter(
            Mail is null
                ? new ClosedProvider("email is not switched on")
                : new SendGridMail(SendGridMail.CreateClient(Mail), Mail, clock, loggers.CreateLogger<SendGridMail>()),
            Texts is null
                ? new ClosedProvider("texts are not switched on")
                : new TwilioTexts(TwilioTexts.CreateClient(Texts), Texts, clock, loggers.CreateLogger<TwilioTexts>()));

    /// <summary>Where the providers report.</summary>
    public IReadOnlyList<IProviderWebhook> Webhooks =>
    [
        .. Mail is null ? [] : (IProviderWebhook[])[new SendGridEventsWebhook(Mail)],
        .. Texts is null ? [] : (IProviderWebhook[])[new TwilioStatusWebhook(Texts), new TwilioInboundWebhook(Texts)],
    ];

    private static bool IsSet(IConfiguration configuration, string section) =>
        configuration.GetSection($"Notifier:{section}").GetChildren().Any(one => !string.IsNullOrEmpty(one.Value));

    // What any number may send; a registered campaign may send more.
    private static TextRate RateOf(Reader twilio) => new()
    {
        SegmentsPerSecond = twilio.Number("SegmentsPerSecond", fallback: 1, least: 0.1m, most: 1000),
        SegmentsPerDay = twilio.Optional("SegmentsPerDay") is null ? null : (int)twilio.Number("SegmentsPerDay", 0, least: 1, most: 10_000_000),
    };

    // All routes lie under it.
    private static Uri PublicUrl(Func<string, string?> read) =>
        new(new Reader("Notifier:Web", read).Address("PublicUrl").AbsoluteUri.TrimEnd('/') + WebEntrance.PathBase);
}
