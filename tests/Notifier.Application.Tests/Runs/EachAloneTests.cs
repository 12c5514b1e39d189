using Notifier.Application.Runs;

namespace Notifier.Application.Tests.Runs;

public sealed class EachAloneTests
{
    private readonly List<int> done = [];

    [Fact]
    public async Task What_cannot_be_done_for_one_is_done_for_the_others_and_thrown_afterwards()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => EachAlone.RunAsync([1, 2, 3], each => WorkAsync(each, failing: 1)));

        Assert.Equal("1", failure.Message);
        Assert.Equal([2, 3], done);
    }

    [Fact]
    public async Task Several_failures_are_thrown_together()
    {
        var all = await Assert.ThrowsAsync<AggregateException>(() => EachAlone.RunAsync([1, 2, 3], each => WorkAsync(each, each % 2 == 1 ? each : 0)));

        Assert.Equal(["1", "3"], all.InnerExceptions.Select(one => one.Message));
        Assert.Equal([2], done);
    }

    [Fact]
    public async Task Being_told_to_stop_stops_at_once()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => EachAlone.RunAsync([1, 2], _ => throw new OperationCanceledException()));

        Assert.Empty(done);
    }

    private Task WorkAsync(int each, int failing)
    {
        if (each == failing)
        {
            throw new InvalidOperationException($"{each}");
        }

        done.Add(each);
        return Task.CompletedTask;
    }
}
