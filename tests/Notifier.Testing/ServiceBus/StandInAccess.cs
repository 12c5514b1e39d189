using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Notifier.Testing.ServiceBus;

/// <summary>Lets in who signed with the key, as a namespace does that allows keys.</summary>
internal sealed class StandInAccess(string keyName, string key, IClock clock)
{
    private const string Scheme = "SharedAccessSignature ";

    public void Check(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new StandInRefusal(401, "MissingToken");
        }

        var parts = header[Scheme.Length..].Split('&')
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[^1]);
        var (address, expiry) = (parts.GetValueOrDefault("sr", ""), parts.GetValueOrDefault("se", ""));
        var signature = Convert.ToBase64String(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{address}\n{expiry}")));
        if (parts.GetValueOrDefault("skn") != keyName
            || Uri.UnescapeDataString(parts.GetValueOrDefault("sig", "")) != signature)
        {
            throw new StandInRefusal(401, "InvalidSignature");
        }

        if (!long.TryParse(expiry, CultureInfo.InvariantCulture, out var until)
            || until <= clock.GetCurrentInstant().ToUnixTimeSeconds())
        {
            throw new StandInRefusal(401, "ExpiredToken");
        }

        var asked = $"{request.Scheme}://{request.Host}{request.Path}";
        if (!asked.StartsWith(Uri.UnescapeDataString(address), StringComparison.OrdinalIgnoreCase))
        {
            throw new StandInRefusal(401, "The token is for another address.");
        }
    }
}
