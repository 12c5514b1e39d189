using Microsoft.Extensions.Configuration;
using Notifier.Adapters.AzureRest;
using Notifier.Adapters.ServiceBus;

namespace Notifier.Functions.Settings;

/// <summary>Section <c>Notifier:ServiceBus</c>: where messages are sent. The triggers' own settings stand beside it.</summary>
public sealed record ServiceBusSettings
{
    private const string StandInName = "Notifier:ServiceBus:StandIn";

    /// <summary>In full: <c>NAME.servicebus.windows.net</c>; null: a stand-in takes its place.</summary>
    public string? Namespace { get; init; }

    /// <summary>Something on this machine that speaks the REST API of Service Bus; null: none.</summary>
    public Uri? StandIn { get; init; }

    /// <summary>Of the stand-in, which keeps nobody's secrets.</summary>
    public ServiceBusKey StandInKey { get; init; } = new("", "");

    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static ServiceBusSettings From(IConfiguration configuration)
    {
        if (Setting.FindAddress(configuration, StandInName) is { } standIn)
        {
            return standIn.IsLoopback
                ? new()
                {
                    StandIn = standIn,
                    StandInKey = new(
                        Setting.Require(configuration, $"{StandInName}KeyName", "the name of the stand-in's key"),
                        Setting.Require(configuration, $"{StandInName}Key", "the stand-in's key")),
                }
                : throw new SettingException(
                    $"setting {StandInName} is '{standIn}', which is not on this machine: a namespace in Azure takes "
                    + "identities, not keys. Set Notifier__ServiceBus__Namespace instead.");
        }

        return new()
        {
            Namespace = Setting.Require(
                configuration, "Notifier:ServiceBus:Namespace", "the namespace in full, as NAME.servicebus.windows.net"),
        };
    }

    /// <exception cref="SettingException">It is no namespace.</exception>
    public ServiceBusOptions ToSender(AzureIdentity identity)
    {
        if (StandIn is not null)
        {
            return new() { Endpoint = StandIn, StandInKey = StandInKey };
        }

        try
        {
            return ServiceBusOptions.Azure(Namespace!) with { Identity = identity };
        }
        catch (ArgumentException wrong)
        {
            throw new SettingException($"setting Notifier:ServiceBus:Namespace: {wrong.Message}");
        }
    }
}
