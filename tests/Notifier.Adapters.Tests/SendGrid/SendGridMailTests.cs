using Microsoft.Extensions.Logging.Abstractions;
using Notifier.Adapters.Http;
using Notifier.Adapters.SendGrid;
using Notifier.Delivery;
using Notifier.Notices;
using Notifier.Testing;
using Notifier.Testing.Providers;

namespace Notifier.Adapters.Tests.SendGrid;

public sealed class SendGridMailTests : IDisposable
{
    private readonly FakeClock clock = new(Outgoing.Now);
    private readonly FakeSendGrid provider;

    public SendGridMailTests() => provider = new FakeSendGrid(clock);

    public void Dispose() => provider.Dispose();

    private SendGridSettings Settings => SendGridSettings.Read(FakeAccounts.Settings(provider).GetValueOrDefault);

    private SendGridMail Mail(SendGridSettings? settings = null) =>
        new(
            SendGridMail.CreateClient(settings ?? Settings, new InProcessProvider(provider)), settings ?? Settings, clock,
            NullLogger<SendGridMail>.Instance);

    [Fact]
    public async Task An_email_is_the_documented_request_to_the_letter()
    {
        var message = Outgoing.Mail();
        message = message with { Content = message.Content with { Calendar = new CalendarFile("meeting.ics", "BEGIN:VCALENDAR\r\n") } };

        var outcome = await Mail().DeliverAsync(message, CancellationToken.None);

        var taken = Assert.Single(provider.Messages);
        Assert.Equal((DeliveryOutcomeKind.Accepted, taken.Id), (outcome.Kind, outcome.ProviderId));
        Assert.Empty(provider.Complaints);
        Assert.Equal("BEGIN:VCALENDAR\r\n", taken.Calendar);
        Assert.Equal(
            """
            {"personalizations":[{"to":[{"email":"maria@example.org","name":"Mar\u00EDa Pe\u00F1a"}],"custom_args":{"notifierAttempt":"n1-1"}}],
            "from":{"email":"notices@example.org","name":"Oak Hill Schools"},"reply_to":{"email":"office@example.org","name":"Oak Hill Schools"},
            "subject":"La reuni\u00F3n de Ximena","content":[{"type":"text/plain","value":"Hola, Mar\u00EDa."},{"type":"text/html","value":"\u003Cp\u003EHola, Mar\u00EDa.\u003C/p\u003E"}],
            "attachments":[{"content":"QkVHSU46VkNBTEVOREFSDQo=","type":"text/calendar","filename":"meeting.ics","disposition":"attachment"}],
            "categories":["notifier"],"mail_settings":{"sandbox_mode":{"enable":false}},
            "tracking_settings":{"click_tracking":{"enable":false,"enable_text":false},"open_tracking":{"enable":false},"subscription_tracking":{"enable":false}}}
            """.ReplaceLineEndings(""),
            taken.Request);
    }

    [Fact]
    public async Task In_the_sandbox_it_is_checked_and_not_sent()
    {
        var outcome = await Mail(Settings with { Sandbox = true }).DeliverAsync(Outgoing.Mail(), CancellationToken.None);

        Assert.Equal((DeliveryOutcomeKind.Accepted, 0), (outcome.Kind, provider.Count));
    }

    [Theory]
    [InlineData(200, DeliveryOutcomeKind.Accepted, false)]
    [InlineData(202, DeliveryOutcomeKind.Accepted, false)]
    [InlineData(204, DeliveryOutcomeKind.Accepted, false)]
    [InlineData(302, DeliveryOutcomeKind.NotSentTryAgain, true)]
    [InlineData(400, DeliveryOutcomeKind.NotSentNever, false)]
    [InlineData(401, DeliveryOutcomeKind.NotSentTryAgain, true)]
    [InlineData(403, DeliveryOutcomeKind.NotSentTryAgain, true)]
    [InlineData(404, DeliveryOutcomeKind.NotSentTryAgain, true)]
    [InlineData(405, DeliveryOutcomeKind.NotSentTryAgain, true)]
    [InlineData(408, DeliveryOutcomeKind.Unknown, false)]
    [InlineData(413, DeliveryOutcomeKind.NotSentNever, false)]
    [InlineData(415, DeliveryOutcomeKind.NotSentNever, false)]
    [InlineData(418, DeliveryOutcomeKind.NotSentNever, false)]
    [InlineData(429, DeliveryOutcomeKind.NotSentTryAgain, false)]
    [InlineData(500, DeliveryOutcomeKind.Unknown, false)]
    [InlineData(503, DeliveryOutcomeKind.Unknown, false)]
    public void An_answer_is_classified(int status, DeliveryOutcomeKind kind, bool needsSetup)
    {
        var outcome = SendGridAnswers.Classify(new ProviderAnswer { Status = status });

        Assert.Equal((kind, needsSetup), (outcome.Kind, outcome.NeedsSetup));
    }

    [Theory]
    [InlineData(ProviderFault.Refused, DeliveryOutcomeKind.NotSentTryAgain, 0)]
    [InlineData(ProviderFault.TakeAndReset, DeliveryOutcomeKind.Unknown, 1)]
    [InlineData(ProviderFault.TakeAndHang, DeliveryOutcomeKind.Unknown, 1)]
    [InlineData(ProviderFault.TakeAndFail, DeliveryOutcomeKind.Unknown, 1)]
    [InlineData(ProviderFault.TooMany, DeliveryOutcomeKind.NotSentTryAgain, 0)]
    public async Task Each_misbehaviour_is_one_try_and_says_what_is_certain(ProviderFault fault, DeliveryOutcomeKind kind, int taken)
    {
        provider.NextFault = () => fault;

        var outcome = await Mail().DeliverAsync(Outgoing.Mail(), CancellationToken.None);

        Assert.Equal((kind, taken), (outcome.Kind, provider.Count));
    }

    [Fact]
    public async Task It_cannot_be_asked_what_became_of_a_mail() =>
        Assert.Equal(
            DeliveryOutcomeKind.Unknown, (await Mail().FindAsync(Outgoing.Lost(Outgoing.Mail()), CancellationToken.None)).Kind);

    [Theory]
    [InlineData("ApiKey", "", "Notifier__SendGrid__ApiKey is not set")]
    [InlineData("FromAddress", "notices", "Notifier__SendGrid__FromAddress is 'notices'")]
    [InlineData("EventPublicKey", "abc", "Notifier__SendGrid__EventPublicKey is no public key")]
    [InlineData("Sandbox", "yes", "Notifier__SendGrid__Sandbox is 'yes'")]
    [InlineData("Category", "años", "Notifier__SendGrid__Category")]
    public void A_setting_that_cannot_be_used_is_named(string name, string value, string says)
    {
        var settings = FakeAccounts.Settings(provider);
        settings[$"Notifier:SendGrid:{name}"] = value;

        var problem = Assert.Throws<Notifier.Application.Settings.SettingException>(
            () => SendGridSettings.Read(settings.GetValueOrDefault));

        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }
}
