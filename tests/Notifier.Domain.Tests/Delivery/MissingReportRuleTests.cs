using NodaTime;
using Notifier.Delivery;
using Notifier.PlanDates;

namespace Notifier.Domain.Tests.Delivery;

public sealed class MissingReportRuleTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 14, 13, 0);

    [Theory]
    [InlineData(Channel.Sms, 0, 4)]
    [InlineData(Channel.Sms, 4, 24)]
    [InlineData(Channel.Sms, 30, 48)]
    [InlineData(Channel.Sms, 71, 72)]
    [InlineData(Channel.Sms, 72, null)]
    [InlineData(Channel.Email, 0, 72)]
    [InlineData(Channel.Email, 72, null)]
    public void The_next_look_comes_after_the_latest_one(Channel channel, int afterHours, int? nextHours) =>
        Assert.Equal(
            nextHours is { } hours ? Start + Duration.FromHours(hours) : (Instant?)null,
            MissingReportRule.NextLook(channel, Start, Start + Duration.FromHours(afterHours)));
}
