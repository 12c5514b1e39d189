using System.Security.Cryptography;
using System.Text;

namespace Notifier.Adapters.Twilio;

/// <summary>The provider's signature of its webhooks, <c>X-Twilio-Signature</c>.</summary>
/// <remarks>https://www.twilio.com/docs/usage/security#validating-requests</remarks>
internal static class TwilioSignature
{
    public const string HeaderName = "X-Twilio-Signature";

    private const string BodyHashParameter = "bodySHA256";

    /// <param name="token">The account's auth token.</param>
    /// <param name="url">As configured at the provider, with the query that came.</param>
    /// <param name="fields">All that came, in any order; none for a JSON body.</param>
    public static byte[] Of(string token, string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var signed = new StringBuilder(url);
        foreach (var (name, value) in fields
            .Distinct()
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .ThenBy(one => one.Value, StringComparer.Ordinal))
        {
            signed.Append(name).Append(value);
        }

#pragma warning disable CA5350 // the provider signs with HMAC-SHA-1 and offers nothing else
        return HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed.ToString()));
#pragma warning restore CA5350
    }

    /// <param name="signature">The header's value; null: none.</param>
    /// <param name="tokens">Any of them may have signed.</param>
    /// <param name="url">As configured, with the query that came.</param>
    /// <param name="fields">Of a form body.</param>
    /// <param name="body">The raw body, which a <c>bodySHA256</c> in the query must stand for.</param>
    public static bool IsValid(
        string? signature, IReadOnlyList<string> tokens, Uri url, IReadOnlyList<KeyValuePair<string, string>> fields,
        ReadOnlyMemory<byte> body)
    {
        if (signature is null || !HashMatches(url, body))
        {
            return false;
        }

        Span<byte> given = stackalloc byte[64];
        if (!Convert.TryFromBase64String(signature, given, out var length) || length != HMACSHA1.HashSizeInBytes)
        {
            return false;
        }

        // With the port written out and without: which of the two the provider signed depends on its age.
        var matches = false;
        foreach (var token in tokens)
        {
            foreach (var text in Spellings(url))
            {
                matches |= CryptographicOperations.FixedTimeEquals(given[..length], Of(token, text, fields));
            }
        }

        return matches;
    }

    private static bool HashMatches(Uri url, ReadOnlyMemory<byte> body)
    {
        var claimed = FormBody.Read(url.Query.TrimStart('?')).Value(BodyHashParameter);
        return claimed.Length == 0 || CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(claimed.ToUpperInvariant()), Encoding.UTF8.GetBytes(Convert.ToHexString(SHA256.HashData(body.Span))));
    }

    private static IEnumerable<string> Spellings(Uri url)
    {
        var rest = url.OriginalString[(url.OriginalString.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var path = rest.IndexOfAny(['/', '?']) is >= 0 and var at ? rest[at..] : "";
        yield return $"{url.Scheme}://{url.Host}:{url.Port}{path}";
        yield return $"{url.Scheme}://{url.Host}{path}";
    }
}
