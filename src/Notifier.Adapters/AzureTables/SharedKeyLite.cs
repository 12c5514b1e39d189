using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// Signs date and path with an account's key, for the emulator:
/// <see href="https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key"/>.
/// </summary>
internal sealed class SharedKeyLite(string account, byte[] key) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        message.Request.Headers.TryGetValue(TableRequests.DateHeader, out var date);

        // The path exactly as it is on the wire, percent signs included; the emulator's paths begin with the account
        // again.
        var signed = $"{date}\n/{account}{message.Request.Uri.ToUri().AbsolutePath}";
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed));
        message.Request.Headers.SetValue(
            "Authorization", $"SharedKeyLite {account}:{Convert.ToBase64String(signature)}");
    }
}
