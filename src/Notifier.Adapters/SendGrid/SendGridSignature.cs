using System.Security.Cryptography;
using System.Text;

namespace Notifier.Adapters.SendGrid;

/// <summary>The signature of the provider's events: ECDSA over the time's text and the raw body.</summary>
/// <remarks>https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features</remarks>
internal static class SendGridSignature
{
    public const string HeaderName = "X-Twilio-Email-Event-Webhook-Signature";

    public const string TimeHeaderName = "X-Twilio-Email-Event-Webhook-Timestamp";

    private const int MostSignatureBytes = 128;

    /// <param name="publicKey">Base64 of the key's SubjectPublicKeyInfo.</param>
    /// <param name="signature">Base64 of the DER form; null: none came.</param>
    /// <param name="timestamp">As it came.</param>
    /// <param name="body">The raw body.</param>
    public static bool IsValid(string publicKey, string? signature, string timestamp, ReadOnlyMemory<byte> body)
    {
        Span<byte> given = stackalloc byte[MostSignatureBytes];
        if (signature is null || !Convert.TryFromBase64String(signature, given, out var length))
        {
            return false;
        }

        var signed = new byte[Encoding.UTF8.GetByteCount(timestamp) + body.Length];
        body.Span.CopyTo(signed.AsSpan(Encoding.UTF8.GetBytes(timestamp, signed)));
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            return key.VerifyData(signed, given[..length], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
