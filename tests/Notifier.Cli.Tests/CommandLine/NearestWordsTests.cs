using Notifier.Cli.CommandLine;

namespace Notifier.Cli.Tests.CommandLine;

public sealed class NearestWordsTests
{
    [Theory]
    [InlineData("expalin", "explain")]
    [InlineData("chekc", "check")]
    [InlineData("RUN", "run")]
    [InlineData("imports", "import")]
    public void Finds_what_was_probably_meant(string typed, string meant) =>
        Assert.Equal([meant], NearestWords.To(typed, ["check", "due", "explain", "import", "run"]));

    [Fact]
    public void Offers_the_nearest_first_and_at_most_three() =>
        Assert.Equal(["P1001", "P1000", "P1011"], NearestWords.To("P1001x", ["P1011", "P1000", "P1001", "P1101", "Q7"]));

    [Theory]
    [InlineData("banana")]
    [InlineData("")]
    public void Offers_nothing_when_nothing_is_near(string typed) =>
        Assert.Empty(NearestWords.To(typed, ["check", "explain"]));
}
