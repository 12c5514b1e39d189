using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using NodaTime;

namespace Notifier.Adapters.ServiceBus;

/// <summary>
/// Signs the queue's address with a key, for a stand-in:
/// <see href="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas"/>.
/// </summary>
internal sealed class SharedAccessSignature(ServiceBusKey key, IClock clock) : HttpPipelineSynchronousPolicy
{
    private static readonly Duration Lifetime = Duration.FromMinutes(20);

    public override void OnSendingRequest(HttpMessage message)
    {
        var address = Uri.EscapeDataString(message.Request.Uri.ToUri().GetLeftPart(UriPartial.Path));
        var expiry = (clock.GetCurrentInstant() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Value), Encoding.UTF8.GetBytes($"{address}\n{expiry}")));
        message.Request.Headers.SetValue(
            "Authorization",
            $"SharedAccessSignature sr={address}&sig={Uri.EscapeDataString(signature)}&se={expiry}&skn={key.Name}");
    }
}
