using Notifier.Delivery.Replies;

namespace Notifier.Domain.Tests.Delivery.Replies;

public sealed class SeenReplyTests
{
    [Theory]
    [InlineData("OK")]
    [InlineData(" ok. ")]
    [InlineData("Okay!")]
    [InlineData("SEEN")]
    [InlineData("Got it")]
    [InlineData("I'm on it")]
    [InlineData("ok, thanks")]
    public void Says_that_it_was_seen(string text) => Assert.True(SeenReply.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("STOP")]
    [InlineData("not ok")]
    [InlineData("ok to stop?")]
    [InlineData("ok but who is this")]
    [InlineData("yes")]
    public void Is_not_read_into_anything_else(string text) => Assert.False(SeenReply.IsIn(text));
}
