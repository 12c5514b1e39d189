using Microsoft.Extensions.Configuration;
using Notifier.Adapters.Outbox;
using Notifier.Application.Delivery;
using Notifier.Functions.Settings;

namespace Notifier.Functions.Composition;

/// <summary>The channel that notices go out by, as the settings choose it.</summary>
public static class DeliveryChannels
{
    /// <param name="configuration">The settings.</param>
    /// <param name="shipped">The mode when nothing is set.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static IDeliveryChannel For(IConfiguration configuration, DeliveryMode shipped) =>
        DeliveryOptions.From(configuration, shipped).Mode switch
        {
            DeliveryMode.Outbox => new OutboxFolder(new()
            {
                Folder = Setting.Require(configuration, "Notifier:Outbox:Folder", "the folder that notices are written to"),
            }),
            var mode => throw new SettingException($"No channel serves the delivery mode {mode}."),
        };
}
