using System.Security.Cryptography;
using Notifier.Application.Settings;

namespace Notifier.Adapters.SendGrid;

/// <summary>Section <c>Notifier:SendGrid</c>.</summary>
public sealed record SendGridSettings
{
    /// <summary>Where its API is; anything that speaks it may stand in.</summary>
    public required Uri BaseUrl { get; init; }

    public required string ApiKey { get; init; }

    /// <summary>A sender that the provider has verified. The name shown is the district's.</summary>
    public required string FromAddress { get; init; }

    /// <summary>Checks the signatures of its events: base64 as the provider shows it.</summary>
    public required string EventPublicKey { get; init; }

    /// <summary>Counted together in the provider's statistics: no names of people.</summary>
    public string Category { get; init; } = "notifier";

    /// <summary>Mail is checked by the provider and not sent.</summary>
    public bool Sandbox { get; init; }

    /// <param name="read">A setting by its name with colons; null: not set.</param>
    /// <exception cref="SettingException">One is missing or unusable.</exception>
    public static SendGridSettings Read(Func<string, string?> read)
    {
        var from = new SettingReader("Notifier:SendGrid", read);
        var settings = new SendGridSettings
        {
            BaseUrl = from.Address("BaseUrl", "https://api.sendgrid.com"),
            ApiKey = from.Required("ApiKey", "an API key that may send mail, as a secret"),
            FromAddress = from.Required("FromAddress", "the verified sender, such as notices@district.example.org"),
            EventPublicKey = from.Required("EventPublicKey", "the verification key of the signed event webhook"),
            Category = from.Optional("Category") ?? "notifier",
            Sandbox = from.Flag("Sandbox"),
        };
        settings.Check(from);
        return settings;
    }

    private void Check(SettingReader from)
    {
        if (FromAddress.IndexOf('@', StringComparison.Ordinal) is < 1 || FromAddress.EndsWith('@') || FromAddress.Contains(' ', StringComparison.Ordinal))
        {
            throw from.Bad("FromAddress", $"is '{FromAddress}', which is no mail address.");
        }

        if (Category.Length > 255 || Category.Any(c => c is < ' ' or > '~'))
        {
            throw from.Bad("Category", "must be at most 255 ASCII characters.");
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(EventPublicKey), out _);
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            throw from.Bad("EventPublicKey", "is no public key: copy the verification key of the signed event webhook, base64 in one line.");
        }
    }
}
