using Notifier.Adapters.AzureRest;

namespace Notifier.Adapters.AzureTables;

/// <summary>Which account's tables, and how to be let in.</summary>
public sealed record AzureStoreOptions
{
    /// <summary>
    /// Azurite's own account and its published key: <see
    /// href="https://learn.microsoft.com/azure/storage/common/storage-use-azurite"/>.
    /// </summary>
    private const string AzuriteAccount = "devstoreaccount1";
    private const string AzuriteKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The storage account's name.</summary>
    public required string Account { get; init; }

    /// <summary>Of the table service, without a table's name.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Base64, of an emulator's account; null: by identity. Accounts in Azure take identities only.</summary>
    public string? EmulatorKey { get; init; }

    public AzureIdentity Identity { get; init; } = AzureIdentity.OfDeveloper;

    public RetrySettings Retries { get; init; } = RetrySettings.Default;

    /// <param name="account">3 to 24 of a-z and 0-9.</param>
    /// <param name="endpoint">Null: of the public cloud. Other clouds end differently.</param>
    /// <exception cref="ArgumentException">The name is not one a storage account can have.</exception>
    public static AzureStoreOptions Azure(string account, Uri? endpoint = null)
    {
        if (account.Length is < 3 or > 24 || !account.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
        {
            throw new ArgumentException(
                $"'{account}' cannot name a storage account: use 3 to 24 of a-z and 0-9.", nameof(account));
        }

        return new() { Account = account, Endpoint = endpoint ?? new Uri($"https://{account}.table.core.windows.net") };
    }

    /// <summary>Azurite on this machine.</summary>
    public static AzureStoreOptions Azurite(int port = 10002) => new()
    {
        Account = AzuriteAccount,
        Endpoint = new Uri($"http://127.0.0.1:{port}/{AzuriteAccount}"),
        EmulatorKey = AzuriteKey,
    };
}
