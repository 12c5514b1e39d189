using Microsoft.Extensions.Configuration;
using Notifier.Functions.Settings;

namespace Notifier.Functions.Tests.Settings;

public sealed class DeliveryOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("outbox")]
    public void Writes_to_the_outbox_on_one_machine_unless_told_otherwise(string? mode) =>
        Assert.Equal(DeliveryMode.Outbox, DeliveryOptions.From(With(mode), DeliveryMode.Outbox).Mode);

    [Theory]
    [InlineData("providers", "no provider is set")]
    [InlineData("Outbox", "'Outbox'")]
    [InlineData("carrier pigeon", "'carrier pigeon'")]
    public void Says_what_is_wrong_and_what_to_set_instead(string mode, string said)
    {
        var refused = Assert.Throws<SettingException>(() => DeliveryOptions.From(With(mode), DeliveryMode.Outbox));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Notifier__Delivery__Mode to 'outbox'", refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration With(string? mode) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Notifier:Delivery:Mode", mode)]).Build();
}
