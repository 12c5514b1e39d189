using NodaTime;
using Notifier.Delivery;

namespace Notifier.Domain.Tests.Delivery;

public sealed class UnknownOutcomeRuleTests
{
    private static readonly LocalDate Today = new(2026, 1, 16);

    [Theory]
    [InlineData(-5, 30)]
    [InlineData(0, 30)]
    [InlineData(1, 30)]
    [InlineData(2, 120)]
    [InlineData(7, 120)]
    [InlineData(8, 1440)]
    public void A_person_is_asked_sooner_the_nearer_the_due_date(int daysAhead, int minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), UnknownOutcomeRule.LookFor(Today.PlusDays(daysAhead), Today));
}
