using Microsoft.Extensions.Logging.Abstractions;
using Notifier.Adapters.Twilio;
using Notifier.Testing;
using Notifier.Testing.Providers;

namespace Notifier.Adapters.Tests.Twilio;

internal static class TwilioFixture
{
    public static TwilioSettings Settings(Uri? address = null)
    {
        using var sendGrid = new FakeSendGrid(new FakeClock(Outgoing.Now));
        return TwilioSettings.Read(
            FakeAccounts.Settings(sendGrid, twilioAddress: address).GetValueOrDefault, FakeAccounts.PublicUrl);
    }

    public static TwilioTexts Texts(FakeTwilio provider, FakeClock clock)
    {
        var settings = Settings();
        return new(TwilioTexts.CreateClient(settings, new InProcessProvider(provider)), settings, clock, NullLogger<TwilioTexts>.Instance);
    }
}
