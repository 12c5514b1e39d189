using Azure.Core;
using Azure.Identity;

namespace Notifier.Adapters.AzureRest;

/// <summary>Who the program is in Azure. No key and no password: an identity that Azure itself vouches for.</summary>
public sealed record AzureIdentity
{
    private readonly TokenCredential? known;

    private AzureIdentity(bool managed, string? clientId, TokenCredential? known = null) =>
        (IsManaged, ClientId, this.known) = (managed, clientId, known);

    /// <summary>Whoever is signed in on this machine: environment, Azure CLI, azd, Visual Studio.</summary>
    public static AzureIdentity OfDeveloper { get; } = new(managed: false, clientId: null);

    public bool IsManaged { get; }

    /// <summary>Of a user-assigned identity; null: the system-assigned one.</summary>
    public string? ClientId { get; }

    /// <summary>The identity of the function app, or of any other machine in Azure.</summary>
    public static AzureIdentity Managed(string? clientId) => new(managed: true, clientId);

    internal static AzureIdentity Known(TokenCredential credential) => new(managed: false, clientId: null, credential);

    internal TokenCredential Credential() => known is not null ? known : IsManaged
        ? new ManagedIdentityCredential(
            ClientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId))
        : new DefaultAzureCredential();
}
