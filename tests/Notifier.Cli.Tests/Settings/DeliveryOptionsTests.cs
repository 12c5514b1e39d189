using Microsoft.Extensions.Configuration;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Settings;

namespace Notifier.Cli.Tests.Settings;

public sealed class DeliveryOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("outbox")]
    public void Writes_to_the_outbox_unless_told_otherwise(string? mode) =>
        Assert.Equal(DeliveryMode.Outbox, DeliveryOptions.From(With(mode)).Mode);

    [Theory]
    [InlineData("providers", "later version")]
    [InlineData("Outbox", "'Outbox'")]
    [InlineData("carrier pigeon", "'carrier pigeon'")]
    public void Says_what_is_wrong_and_what_to_set_instead(string mode, string said)
    {
        var refused = Assert.Throws<CommandException>(() => DeliveryOptions.From(With(mode)));

        Assert.Equal(ExitCode.BadInput, refused.ExitCode);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Notifier__Delivery__Mode to 'outbox'", refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration With(string? mode) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Notifier:Delivery:Mode", mode)]).Build();
}
