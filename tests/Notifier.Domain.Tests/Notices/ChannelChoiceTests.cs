using Notifier.Notices;
using Notifier.PlanDates;
using static Notifier.Domain.Tests.Notices.RecipientFixture;

namespace Notifier.Domain.Tests.Notices;

public sealed class ChannelChoiceTests
{
    [Fact]
    public void The_first_preferred_channel_that_can_be_used_is_chosen()
    {
        var choice = ChannelChoice.For(Mother, Today, []);

        Assert.Equal((Channel.Sms, "+15125550142"), (choice.Chosen!.Value, choice.Address));
        Assert.Empty(choice.PassedOver);
    }

    [Fact]
    public void No_text_without_consent_on_record()
    {
        var choice = ChannelChoice.For(Mother with { TextConsentOn = null }, Today, []);

        Assert.Equal((Channel.Email, "ana@example.org"), (choice.Chosen!.Value, choice.Address));
        Assert.Equal(["text: no consent to texts on record"], choice.PassedOver);
    }

    [Fact]
    public void No_text_before_the_day_of_consent()
    {
        Assert.Equal(Channel.Email, ChannelChoice.For(Mother with { TextConsentOn = Today.PlusDays(1) }, Today, []).Chosen);
        Assert.Equal(Channel.Sms, ChannelChoice.For(Mother with { TextConsentOn = Today }, Today, []).Chosen);
    }

    [Fact]
    public void A_stop_ends_texts_and_opens_the_other_channel()
    {
        ClosedChannel[] closed = [new("C1", Channel.Sms, "replied STOP on 2026-10-02")];

        var choice = ChannelChoice.For(Mother with { Channels = [Channel.Sms] }, Today, closed);

        Assert.Equal(Channel.Email, choice.Chosen);
        Assert.Equal(["text: replied STOP on 2026-10-02"], choice.PassedOver);
    }

    [Fact]
    public void A_channel_closed_for_one_person_stays_open_for_another() =>
        Assert.Equal(Channel.Sms, ChannelChoice.For(Mother, Today, [new("C2", Channel.Sms, "replied STOP")]).Chosen);

    [Fact]
    public void Without_a_preference_mail_comes_first() =>
        Assert.Equal(Channel.Email, ChannelChoice.For(Mother with { Channels = [] }, Today, []).Chosen);

    [Fact]
    public void Nobody_is_texted_for_want_of_mail_unless_there_is_consent()
    {
        var choice = ChannelChoice.For(Father with { Email = "", Phone = "+15125550143" }, Today, []);

        Assert.Null(choice.Chosen);
        Assert.Equal(["email: no mail address on record", "text: no consent to texts on record"], choice.PassedOver);
    }
}
