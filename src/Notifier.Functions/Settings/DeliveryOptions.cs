using Microsoft.Extensions.Configuration;

namespace Notifier.Functions.Settings;

/// <summary>Section <c>Notifier:Delivery</c>.</summary>
public sealed record DeliveryOptions
{
    private const string ModeName = "Notifier:Delivery:Mode";

    /// <summary><c>outbox</c> (the default on one machine) or <c>providers</c> (the default in Azure).</summary>
    public required DeliveryMode Mode { get; init; }

    /// <summary>Whom the watchman tells when the store cannot say whom; empty: the districts seen before alone.</summary>
    public string AlarmMailbox { get; init; } = "";

    /// <summary>Set exactly when they are the mode.</summary>
    public ProviderOptions? Providers { get; init; }

    /// <param name="configuration">The settings.</param>
    /// <param name="shipped">The mode when nothing is set.</param>
    /// <exception cref="SettingException">The setting has another value, or a setting of the providers is missing or wrong.</exception>
    public static DeliveryOptions From(IConfiguration configuration, DeliveryMode shipped)
    {
        const string Remedy = "Set Notifier__Delivery__Mode to 'outbox', or remove it on one machine: notices are then written to files.";
        var mode = Parse(Setting.Find(configuration, ModeName));
        return new()
        {
            Mode = mode,
            AlarmMailbox = Setting.Find(configuration, "Notifier:Delivery:AlarmMailbox") ?? "",
            Providers = mode == DeliveryMode.Providers ? ProviderOptions.From(configuration) : null,
        };

        DeliveryMode Parse(string? written) => written switch
        {
            null => shipped,
            "outbox" => DeliveryMode.Outbox,
            "providers" => DeliveryMode.Providers,
            var other => throw new SettingException($"setting {ModeName} is '{other}', which is no delivery mode. {Remedy}"),
        };
    }
}
