using NodaTime;
using Notifier.Delivery;

namespace Notifier.Domain.Tests.Delivery;

public sealed class RetryDelaysTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 16, 14, 0);

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 5 * 60)]
    [InlineData(3, 15 * 60)]
    [InlineData(4, 60 * 60)]
    [InlineData(5, 4 * 60 * 60)]
    [InlineData(9, 4 * 60 * 60)]
    public void Waits_longer_each_time_and_at_most_a_quarter_more(int attempt, int seconds)
    {
        foreach (var notice in Enumerable.Range(0, 200).Select(i => $"n{i}"))
        {
            var next = RetryDelays.NextTry(AttemptId.For(notice, attempt), Now, Instant.MaxValue);

            Assert.InRange(next!.Value - Now, Duration.FromSeconds(seconds), Duration.FromSeconds(seconds * 5 / 4));
        }
    }

    [Fact]
    public void Spreads_the_tries_of_different_notices() =>
        Assert.True(Enumerable.Range(0, 200)
            .Select(i => RetryDelays.NextTry(AttemptId.For($"n{i}", 2), Now, Instant.MaxValue))
            .Distinct()
            .Count() > 50);

    [Fact]
    public void Gives_the_same_attempt_the_same_moment() =>
        Assert.Equal(
            RetryDelays.NextTry("abc-3", Now, Instant.MaxValue), RetryDelays.NextTry("abc-3", Now, Instant.MaxValue));

    [Fact]
    public void Waits_at_least_as_long_as_the_provider_asks_and_not_all_come_back_at_once()
    {
        var asked = Duration.FromHours(2);
        var moments = Enumerable.Range(0, 200)
            .Select(i => RetryDelays.NextTry(AttemptId.For($"n{i}", 3), Now, Instant.MaxValue, asked)!.Value - Now)
            .ToList();

        Assert.All(moments, wait => Assert.InRange(wait, asked, asked + Duration.FromMinutes(4)));
        Assert.True(moments.Distinct().Count() > 50);
    }

    [Fact]
    public void A_short_wish_of_the_provider_shortens_nothing() =>
        Assert.Equal(
            RetryDelays.NextTry("abc-3", Now, Instant.MaxValue),
            RetryDelays.NextTry("abc-3", Now, Instant.MaxValue, Duration.FromSeconds(1)));

    [Fact]
    public void Gives_up_after_the_tenth_attempt() => Assert.Null(RetryDelays.NextTry("abc-10", Now, Instant.MaxValue));

    [Fact]
    public void Gives_up_when_the_next_try_would_be_of_no_use() =>
        Assert.Null(RetryDelays.NextTry("abc-1", Now, Now + Duration.FromSeconds(60)));
}
