namespace Notifier.Testing.Providers;

/// <summary>The settings under which the fakes are used, by their names with colons.</summary>
public static class FakeAccounts
{
    public static Uri PublicUrl { get; } = new("https://notices.example.org");

    /// <param name="sendGrid">Whose key signs the events.</param>
    /// <param name="twilioAddress">Null: nothing listens there, a handler stands in.</param>
    /// <param name="sendGridAddress">The same.</param>
    public static Dictionary<string, string?> Settings(
        FakeSendGrid sendGrid, Uri? twilioAddress = null, Uri? sendGridAddress = null) => new()
        {
            ["Notifier:Twilio:BaseUrl"] = twilioAddress?.AbsoluteUri ?? "https://api.twilio.example.org",
            ["Notifier:Twilio:AccountSid"] = FakeTwilio.AccountSid,
            ["Notifier:Twilio:AuthToken"] = FakeTwilio.AuthToken,
            ["Notifier:Twilio:From"] = FakeTwilio.From,
            ["Notifier:SendGrid:BaseUrl"] = sendGridAddress?.AbsoluteUri ?? "https://api.sendgrid.example.org",
            ["Notifier:SendGrid:ApiKey"] = FakeSendGrid.ApiKey,
            ["Notifier:SendGrid:FromAddress"] = "notices@example.org",
            ["Notifier:SendGrid:EventPublicKey"] = sendGrid.PublicKey,
        };
}
