using Notifier.Application.Settings;

namespace Notifier.Adapters.Twilio;

/// <summary>Section <c>Notifier:Twilio</c>.</summary>
public sealed record TwilioSettings
{
    /// <summary>Where its API is; anything that speaks it may stand in.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary><c>AC</c> and 32 hexadecimal digits.</summary>
    public required string AccountSid { get; init; }

    /// <summary>Signs the webhooks, and requests too where there is no API key.</summary>
    public required string AuthToken { get; init; }

    /// <summary>The one before or after, while it is being changed; empty: none. Webhooks signed with either are taken.</summary>
    public string OtherAuthToken { get; init; } = "";

    /// <summary>Empty: the account itself signs in.</summary>
    public string ApiKeySid { get; init; } = "";

    public string ApiKeySecret { get; init; } = "";

    /// <summary>Sends through this messaging service; empty: from <see cref="From"/>.</summary>
    public string MessagingServiceSid { get; init; } = "";

    /// <summary>Our number, E.164; empty when a messaging service is named.</summary>
    public string From { get; init; } = "";

    /// <summary>The address at which the provider reaches us, as configured there.</summary>
    public required Uri PublicUrl { get; init; }

    /// <param name="read">A setting by its name with colons; null: not set.</param>
    /// <param name="publicUrl">Of the webhooks.</param>
    /// <exception cref="SettingException">One is missing or unusable.</exception>
    public static TwilioSettings Read(Func<string, string?> read, Uri publicUrl)
    {
        var from = new SettingReader("Notifier:Twilio", read);
        var settings = new TwilioSettings
        {
            BaseUrl = from.Address("BaseUrl", "https://api.twilio.com"),
            AccountSid = from.Required("AccountSid", "the account's id, AC and 32 characters"),
            AuthToken = from.Required("AuthToken", "the account's auth token, as a secret"),
            OtherAuthToken = from.Optional("OtherAuthToken") ?? "",
            ApiKeySid = from.Optional("ApiKeySid") ?? "",
            ApiKeySecret = from.Optional("ApiKeySecret") ?? "",
            MessagingServiceSid = from.Optional("MessagingServiceSid") ?? "",
            From = from.Optional("From") ?? "",
            PublicUrl = publicUrl,
        };
        settings.Check(from);
        return settings;
    }

    private void Check(SettingReader from)
    {
        if (!IsSid(AccountSid, "AC"))
        {
            throw from.Bad("AccountSid", $"is '{AccountSid}': it is AC and 32 hexadecimal digits.");
        }

        if (ApiKeySid.Length > 0 && (!IsSid(ApiKeySid, "SK") || ApiKeySecret.Length == 0))
        {
            throw from.Bad("ApiKeySid", "needs SK and 32 hexadecimal digits, and Notifier__Twilio__ApiKeySecret beside it.");
        }

        if (MessagingServiceSid.Length == 0 == (From.Length == 0))
        {
            throw from.Bad("MessagingServiceSid", "or Notifier__Twilio__From says who sends: set exactly one of them.");
        }

        if (MessagingServiceSid.Length > 0 && !IsSid(MessagingServiceSid, "MG"))
        {
            throw from.Bad("MessagingServiceSid", $"is '{MessagingServiceSid}': it is MG and 32 hexadecimal digits.");
        }

        if (From.Length > 0 && !(From[0] == '+' && From.Length is >= 8 and <= 16 && From.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0))
        {
            throw from.Bad("From", $"is '{From}': write the number in full, such as +15125550100.");
        }
    }

    private static bool IsSid(string text, string prefix) =>
        text.Length == 34 && text.StartsWith(prefix, StringComparison.Ordinal) && text.Skip(2).All(char.IsAsciiHexDigit);
}
