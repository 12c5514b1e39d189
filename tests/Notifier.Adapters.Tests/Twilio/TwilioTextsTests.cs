using System.Text.RegularExpressions;
using NodaTime;
using Notifier.Adapters.Twilio;
using Notifier.Delivery;
using Notifier.Testing;
using Notifier.Testing.Providers;

namespace Notifier.Adapters.Tests.Twilio;

public sealed class TwilioTextsTests
{
    private readonly FakeClock clock = new(Outgoing.Now);
    private readonly FakeTwilio provider;

    public TwilioTextsTests() => provider = new FakeTwilio(clock);

    private TwilioTexts Texts => TwilioFixture.Texts(provider, clock);

    [Fact]
    public async Task A_text_carries_its_attempt_and_the_end_of_the_allowed_hours()
    {
        var outcome = await Texts.DeliverAsync(Outgoing.Text(), CancellationToken.None);

        Assert.Equal(DeliveryOutcomeKind.Accepted, outcome.Kind);
        var taken = Assert.Single(provider.Messages);
        Assert.Equal(("n1-1", "+15125550142", "¡Hola! La reunión es mañana."), (taken.AttemptId, taken.To, taken.Text));
        Assert.Equal(outcome.ProviderId, taken.Id);
        Assert.Equal(10 * 60 * 60, taken.ValidSeconds); // 10:00 to 20:00 in Chicago
        Assert.Equal(
            "https://notices.example.org/webhooks/twilio/status?notifierAttempt=n1-1#rc=5&rp=all",
            FakeRequest.Fields(taken.Request)["StatusCallback"]);
        Assert.Empty(provider.Complaints);
    }

    [Theory]
    [InlineData(0, 1)] // already past: the provider drops it rather than wake somebody
    [InlineData(90, 90)]
    [InlineData(100_000, 36_000)]
    public async Task The_validity_stays_within_what_the_provider_allows(int secondsLeft, int asked)
    {
        await Texts.DeliverAsync(
            Outgoing.Text() with { DeliverBefore = Outgoing.Now + Duration.FromSeconds(secondsLeft) }, CancellationToken.None);

        Assert.Equal(asked, Assert.Single(provider.Messages).ValidSeconds);
    }

    [Fact]
    public async Task A_text_too_long_for_the_provider_is_not_tried()
    {
        var outcome = await Texts.DeliverAsync(Outgoing.Text(text: new string('a', 1601)), CancellationToken.None);

        Assert.Equal(DeliveryOutcomeKind.NotSentNever, outcome.Kind);
        Assert.Empty(provider.Messages);
    }

    [Theory]
    [InlineData(ProviderFault.Refused, DeliveryOutcomeKind.NotSentTryAgain, 0)]
    [InlineData(ProviderFault.Reset, DeliveryOutcomeKind.Unknown, 0)]
    [InlineData(ProviderFault.TakeAndReset, DeliveryOutcomeKind.Unknown, 1)]
    [InlineData(ProviderFault.Hang, DeliveryOutcomeKind.Unknown, 0)]
    [InlineData(ProviderFault.TakeAndHang, DeliveryOutcomeKind.Unknown, 1)]
    [InlineData(ProviderFault.Fail, DeliveryOutcomeKind.Unknown, 0)]
    [InlineData(ProviderFault.TakeAndFail, DeliveryOutcomeKind.Unknown, 1)]
    [InlineData(ProviderFault.TooMany, DeliveryOutcomeKind.NotSentTryAgain, 0)]
    [InlineData(ProviderFault.SignIn, DeliveryOutcomeKind.NotSentTryAgain, 0)]
    [InlineData(ProviderFault.TakeAndCutAnswer, DeliveryOutcomeKind.Accepted, 1)]
    public async Task Each_misbehaviour_is_one_try_and_says_what_is_certain(ProviderFault fault, DeliveryOutcomeKind kind, int taken)
    {
        provider.NextFault = () => fault;

        var outcome = await Texts.DeliverAsync(Outgoing.Text(), CancellationToken.None);

        Assert.Equal((kind, taken), (outcome.Kind, provider.Messages.Count));
        Assert.Equal(fault == ProviderFault.TooMany ? Duration.FromSeconds(30) : null, outcome.RetryAfter);
    }

    [Fact]
    public async Task A_lost_text_is_found_by_number_words_and_time()
    {
        var message = Outgoing.Text();
        await Texts.DeliverAsync(message, CancellationToken.None);
        await Texts.DeliverAsync(Outgoing.Text("n2-1", text: "other words"), CancellationToken.None);
        await Texts.DeliverAsync(Outgoing.Text("n3-1", to: "+15125550143"), CancellationToken.None);

        var found = await Texts.FindAsync(Outgoing.Lost(message), CancellationToken.None);

        Assert.Equal(
            (DeliveryOutcomeKind.Accepted, provider.Messages.First().Id), (found.Kind, found.ProviderId));
    }

    [Fact]
    public async Task A_list_that_does_not_show_it_yet_proves_nothing()
    {
        var message = Outgoing.Text();
        provider.ListedAfter = Duration.FromMinutes(10);
        await Texts.DeliverAsync(message, CancellationToken.None);

        Assert.Equal(DeliveryOutcomeKind.Unknown, (await Texts.FindAsync(Outgoing.Lost(message), CancellationToken.None)).Kind);
        clock.Advance(Duration.FromMinutes(11));
        Assert.Equal(DeliveryOutcomeKind.Accepted, (await Texts.FindAsync(Outgoing.Lost(message), CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task A_message_of_another_attempt_is_not_taken_for_it()
    {
        var message = Outgoing.Text();
        await Texts.DeliverAsync(message, CancellationToken.None);

        Assert.Equal(
            DeliveryOutcomeKind.Unknown, (await Texts.FindAsync(Outgoing.Lost(message, _ => false), CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task The_same_words_of_another_day_are_not_it()
    {
        var message = Outgoing.Text();
        await Texts.DeliverAsync(message, CancellationToken.None);

        var later = Outgoing.Lost(message) with { StartedAt = Outgoing.Now + Duration.FromDays(1) };
        Assert.Equal(DeliveryOutcomeKind.Unknown, (await Texts.FindAsync(later, CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task It_is_found_on_a_later_page()
    {
        var message = Outgoing.Text();
        provider.PageSize = 5;
        await Texts.DeliverAsync(message, CancellationToken.None);
        for (var more = 0; more < 17; more++)
        {
            await Texts.DeliverAsync(Outgoing.Text($"m{more}-1", text: "other words"), CancellationToken.None);
        }

        Assert.Equal(DeliveryOutcomeKind.Accepted, (await Texts.FindAsync(Outgoing.Lost(message), CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task A_list_that_is_down_proves_nothing()
    {
        provider.ListIsDown = true;

        Assert.Equal(DeliveryOutcomeKind.Unknown, (await Texts.FindAsync(Outgoing.Lost(Outgoing.Text()), CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task Another_secret_is_refused_and_the_account_is_to_be_mended()
    {
        var strict = new FakeTwilio(clock, "another secret");

        var outcome = await TwilioFixture.Texts(strict, clock).DeliverAsync(Outgoing.Text(), CancellationToken.None);

        Assert.Equal((DeliveryOutcomeKind.NotSentTryAgain, true), (outcome.Kind, outcome.NeedsSetup));
    }

    [Theory]
    [InlineData("AccountSid", "", "Notifier__Twilio__AccountSid is not set")]
    [InlineData("AccountSid", "AC12", "Notifier__Twilio__AccountSid is 'AC12'")]
    [InlineData("AuthToken", " ", "Notifier__Twilio__AuthToken is not set")]
    [InlineData("From", "5125550100", "Notifier__Twilio__From is '5125550100'")]
    [InlineData("From", "", "Notifier__Twilio__MessagingServiceSid or Notifier__Twilio__From")]
    [InlineData("MessagingServiceSid", "MG00000000000000000000000000000001", "set exactly one")]
    [InlineData("BaseUrl", "http://api.example.org", "Notifier__Twilio__BaseUrl is 'http://api.example.org'")]
    [InlineData("BaseUrl", "api.example.org", "Notifier__Twilio__BaseUrl")]
    [InlineData("ApiKeySid", "SK00000000000000000000000000000001", "Notifier__Twilio__ApiKeySecret")]
    public void A_setting_that_cannot_be_used_is_named(string name, string value, string says)
    {
        using var sendGrid = new FakeSendGrid(clock);
        var settings = FakeAccounts.Settings(sendGrid);
        settings[$"Notifier:Twilio:{name}"] = value;

        var problem = Assert.Throws<Notifier.Application.Settings.SettingException>(
            () => TwilioSettings.Read(settings.GetValueOrDefault, FakeAccounts.PublicUrl));

        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex(FakeTwilio.AuthToken), problem.Message);
    }
}
