using Azure.Core;
using Azure.Identity;

namespace Notifier.Adapters.AzureRest;

/// <summary>Who the program is in Azure. No key and no password: an identity that Azure itself vouches for.</summary>
public sealed record AzureIdentity
{
    private AzureIdentity(bool managed, string? clientId) => (IsManaged, ClientId) = (managed, clientId);

    /// <summary>Whoever is signed in on this machine: environment, Azure CLI, azd, Visual Studio.</summary>
    public static AzureIdentity OfDeveloper { get; } = new(managed: false, clientId: null);

    public bool IsManaged { get; }

    /// <summary>Of a user-assigned identity; null: the system-assigned one.</summary>
    public string? ClientId { get; }

    /// <summary>The identity of the function app, or of any other machine in Azure.</summary>
    public static AzureIdentity Managed(string? clientId) => new(managed: true, clientId);

    internal TokenCredential Credential() => IsManaged
        ? new ManagedIdentityCredential(
            ClientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId))
        : new DefaultAzureCredential();
}
