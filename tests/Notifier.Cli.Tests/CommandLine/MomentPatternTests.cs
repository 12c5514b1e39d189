using NodaTime;
using Notifier.Cli.CommandLine;

namespace Notifier.Cli.Tests.CommandLine;

public class MomentPatternTests
{
    [Theory]
    [InlineData("2026-11-17T14:30:00Z")]
    [InlineData("2026-11-17T14:30Z")]
    [InlineData("2026-11-17t14:30z")]
    [InlineData("2026-11-17T14:30:00.000Z")]
    [InlineData("2026-11-17T08:30:00-06:00")]
    [InlineData("2026-11-17T08:30-06:00")]
    public void Is_read_however_a_person_writes_it(string text) =>
        Assert.Equal(Instant.FromUtc(2026, 11, 17, 14, 30), MomentPattern.Instance.Parse(text).Value);

    [Theory]
    [InlineData("2026-11-17T08:30:00")]
    [InlineData("2026-11-17")]
    [InlineData("2026-02-30T08:30Z")]
    public void Is_refused_when_it_is_no_moment(string text) => Assert.False(MomentPattern.Instance.Parse(text).Success);
}
