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

    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static StorageSettings From(IConfiguration configuration) => new()
    {
        Account = Setting.Require(configuration, "Notifier:Storage:Account", "the name of the storage account"),
        Endpoint = Setting.FindAddress(configuration, "Notifier:Storage:Endpoint"),
    };

    /// <exception cref="SettingException">It is no account's name.</exception>
    public AzureStoreOptions ToStore(Adapters.AzureRest.AzureIdentity identity)
    {
        if (Account == "azurite")
        {
            return AzureStoreOptions.Azurite(Endpoint?.Port ?? 10002);
        }

        try
        {
            return AzureStoreOptions.Azure(Account, Endpoint) with { Identity = identity };
        }
        catch (ArgumentException wrong)
        {
            throw new SettingException($"setting Notifier:Storage:Account: {wrong.Message}");
        }
    }
}
