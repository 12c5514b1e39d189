using Notifier.Delivery;

namespace Notifier.Domain.Tests.Delivery;

public sealed class AttemptIdTests
{
    [Fact]
    public void Names_notice_and_number()
    {
        var id = AttemptId.For("0f3a", 12);

        Assert.Equal("0f3a-12", id);
        Assert.Equal("0f3a", AttemptId.NoticeIdOf(id));
        Assert.Equal(12, AttemptId.NumberOf(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0f3a")]
    [InlineData("-1")]
    [InlineData("0f3a-")]
    [InlineData("0f3a-0")]
    [InlineData("0f3a- 1")]
    [InlineData("0f3a-99999999999")]
    public void Refuses_what_is_none(string text) =>
        Assert.Throws<FormatException>(() => AttemptId.NumberOf(text));
}
