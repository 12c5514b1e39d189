using Microsoft.Extensions.Configuration;

namespace Notifier.Functions.Settings;

/// <summary>Section <c>Notifier:Delivery</c>.</summary>
public sealed record DeliveryOptions
{
    private const string ModeName = "Notifier:Delivery:Mode";

    /// <summary><c>outbox</c> (the default on one machine) or <c>providers</c> (the default in Azure).</summary>
    public required DeliveryMode Mode { get; init; }

    /// <param name="configuration">The settings.</param>
    /// <param name="shipped">The mode when nothing is set.</param>
    /// <exception cref="SettingException">The setting has another value, or one this version cannot serve.</exception>
    public static DeliveryOptions From(IConfiguration configuration, DeliveryMode shipped)
    {
        const string Remedy = "Set Notifier__Delivery__Mode to 'outbox', or remove it on one machine: notices are then written to files.";
        return new() { Mode = Parse(Setting.Find(configuration, ModeName)) };

        DeliveryMode Parse(string? written) => written switch
        {
            null => Served(shipped),
            "outbox" => DeliveryMode.Outbox,
            "providers" => Served(DeliveryMode.Providers),
            var other => throw new SettingException($"setting {ModeName} is '{other}', which is no delivery mode. {Remedy}"),
        };

        static DeliveryMode Served(DeliveryMode mode) => mode == DeliveryMode.Outbox ? mode : throw new SettingException(
            $"setting {ModeName} is 'providers': sending through SendGrid and Twilio comes with a later version. {Remedy}");
    }
}
