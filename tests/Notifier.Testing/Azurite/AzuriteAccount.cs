namespace Notifier.Testing.Azurite;

/// <param name="Name">Of the account.</param>
/// <param name="Endpoint">Of its table service.</param>
/// <param name="Key">Base64.</param>
public sealed record AzuriteAccount(string Name, Uri Endpoint, string Key);
