using Microsoft.Extensions.Configuration;
using Notifier.Adapters.AzureTables;

namespace Notifier.Functions.Settings;

/// <summary>Section <c>Notifier:Storage</c>: where the tables are.</summary>
public sealed record StorageSettings
{
    /// <summary>The storage account's name, or <c>azurite</c>: the emulator on this machine.</summary>
    public required string Account { get; init; }

    /// <summary>Of the table service; null: that of the public cloud. Azurite's: its port.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Base64, of an emulator on this machine; null: by identity, as every account in Azure.</summary>
    public string? EmulatorKey { get; init; }

    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static StorageSettings From(IConfiguration configuration) => new()
    {
        Account = Setting.Require(configuration, "Notifier:Storage:Account", "the name of the storage account"),
        Endpoint = Setting.FindAddress(configuration, "Notifier:Storage:Endpoint"),
        EmulatorKey = Setting.Find(configuration, "Notifier:Storage:EmulatorKey"),
    };

    /// <summary>The emulator on this machine; its well-known account unless a key names another.</summary>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static StorageSettings Emulator(IConfiguration configuration) =>
        Setting.Find(configuration, "Notifier:Storage:EmulatorKey") is null
            ? new() { Account = "azurite", Endpoint = Setting.FindAddress(configuration, "Notifier:Storage:Endpoint") }
            : From(configuration);

    /// <exception cref="SettingException">It is no account's name.</exception>
    public AzureStoreOptions ToStore(Adapters.AzureRest.AzureIdentity identity)
    {
        if (Account == "azurite")
        {
            return AzureStoreOptions.Azurite(Endpoint?.Port ?? 10002);
        }

        if (EmulatorKey is not null && Endpoint is not { IsLoopback: true })
        {
            throw new SettingException(
                "setting Notifier:Storage:EmulatorKey is for an emulator on this machine: an account in Azure takes "
                + "identities, not keys. Remove it, or set Notifier__Storage__Endpoint to the emulator's address.");
        }

        try
        {
            return AzureStoreOptions.Azure(Account, Endpoint) with { Identity = identity, EmulatorKey = EmulatorKey };
        }
        catch (ArgumentException wrong)
        {
            throw new SettingException($"setting Notifier:Storage:Account: {wrong.Message}");
        }
    }
}
