using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Notifier.Delivery;
using Notifier.Functions.Settings;
using Notifier.Testing;
using Notifier.Testing.Providers;

namespace Notifier.Functions.Tests.Settings;

public sealed class ProviderOptionsTests : IDisposable
{
    private readonly FakeClock clock = new(Outgoing.Now);
    private readonly FakeSendGrid sendGrid;

    public ProviderOptionsTests() => sendGrid = new FakeSendGrid(clock);

    public void Dispose() => sendGrid.Dispose();

    [Fact]
    public void Both_are_read_and_texts_are_reported_below_the_routes()
    {
        var options = ProviderOptions.From(With(All));

        Assert.Equal(new Uri("https://notices.example.org/api"), options.Texts!.PublicUrl);
        Assert.Equal("notices@example.org", options.Mail!.FromAddress);
        Assert.Equal((1m, null), (options.TextRate!.SegmentsPerSecond, options.TextRate.SegmentsPerDay));
        Assert.Equal(
            ["/webhooks/sendgrid/events", "/webhooks/twilio/status", "/webhooks/twilio/inbound"],
            options.Webhooks.Select(one => one.Path));
    }

    [Fact]
    public async Task Where_texts_are_not_set_up_each_is_refused_so_that_email_opens()
    {
        var options = ProviderOptions.From(With(All.Where(one => !one.Key.StartsWith("Notifier:Twilio", StringComparison.Ordinal))));

        var outcome = await options.Channel(clock, NullLoggerFactory.Instance).DeliverAsync(Outgoing.Text(), CancellationToken.None);

        Assert.Equal(DeliveryOutcomeKind.NotSentNever, outcome.Kind);
        Assert.Single(options.Webhooks);
    }

    [Fact]
    public void A_rate_left_empty_is_the_one_that_any_number_may_send()
    {
        var options = ProviderOptions.From(With(All.Concat(
            [new("Notifier:Twilio:SegmentsPerSecond", ""), new("Notifier:Twilio:SegmentsPerDay", "")])));

        Assert.Equal((1m, null), (options.TextRate!.SegmentsPerSecond, options.TextRate.SegmentsPerDay));
    }

    [Theory]
    [InlineData("Notifier:Web:PublicUrl", "", "Notifier__Web__PublicUrl")]
    [InlineData("Notifier:Twilio:AuthToken", "", "Notifier__Twilio__AuthToken")]
    [InlineData("Notifier:SendGrid:ApiKey", "", "Notifier__SendGrid__ApiKey")]
    [InlineData("Notifier:SendGrid:ApiKey", "@Microsoft.KeyVault(SecretUri=https://v/s)", "Key Vault")]
    [InlineData("Notifier:Twilio:SegmentsPerSecond", "fast", "Notifier__Twilio__SegmentsPerSecond")]
    [InlineData("Notifier:Twilio:SegmentsPerDay", "0", "Notifier__Twilio__SegmentsPerDay")]
    public void What_is_missing_or_wrong_is_named(string name, string value, string said)
    {
        var refused = Assert.Throws<SettingException>(() => ProviderOptions.From(With(All.Append(new(name, value)))));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    private IEnumerable<KeyValuePair<string, string?>> All =>
        FakeAccounts.Settings(sendGrid).Append(new("Notifier:Web:PublicUrl", FakeAccounts.PublicUrl.AbsoluteUri));

    private static IConfiguration With(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(one => one.Key).Select(group => group.Last())).Build();
}
