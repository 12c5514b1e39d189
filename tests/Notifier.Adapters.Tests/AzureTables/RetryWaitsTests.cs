using NodaTime;
using Notifier.Adapters.AzureRest;
using Notifier.Testing;

namespace Notifier.Adapters.Tests.AzureTables;

public sealed class RetryWaitsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 18, 0);

    [Fact]
    public void Waits_double_up_to_the_longest_and_are_never_under_half()
    {
        var waits = Waits(seed: 7);

        double[] most = [400, 800, 1600, 3200, 6400, 12800, 20000, 20000];
        for (var attempt = 1; attempt <= most.Length; attempt++)
        {
            Assert.InRange(waits.After(attempt, asked: null).TotalMilliseconds, most[attempt - 1] / 2, most[attempt - 1]);
        }
    }

    [Fact]
    public void The_same_seed_waits_alike_and_another_does_not()
    {
        Assert.Equal(Series(Waits(seed: 7)), Series(Waits(seed: 7)));
        Assert.NotEqual(Series(Waits(seed: 7)), Series(Waits(seed: 8)));
    }

    [Theory]
    [InlineData("Retry-After", "30", 30_000)]
    [InlineData("Retry-After", "Sat, 21 Nov 2026 18:00:45 GMT", 45_000)]
    [InlineData("x-ms-retry-after-ms", "25000", 25_000)]
    public void A_server_that_asks_for_more_time_gets_it(string header, string value, double milliseconds)
    {
        var waits = Waits(seed: 7);
        using var answer = new MadeUpResponse(503, "ServerBusy", (header, value));

        Assert.Equal(milliseconds, waits.After(1, waits.AskedBy(answer.Headers)).TotalMilliseconds);
    }

    [Fact]
    public void A_server_that_asks_for_less_does_not_shorten_the_wait()
    {
        var waits = Waits(seed: 7);
        using var answer = new MadeUpResponse(503, "ServerBusy", ("Retry-After", "0"));

        Assert.True(waits.After(5, waits.AskedBy(answer.Headers)) > TimeSpan.FromSeconds(3));
    }

    private static RetryWaits Waits(int seed) => new(RetrySettings.Default with { Seed = seed }, new FakeClock(Now));

    private static List<TimeSpan> Series(RetryWaits waits) => [.. Enumerable.Range(1, 5).Select(n => waits.After(n, null))];
}
