using Notifier.Application.Runs;

namespace Notifier.Application.Tests.Runs;

public sealed class EachAloneTests
{
    private readonly List<int> done = [];

    [Fact]
    public async Task What_cannot_be_done_for_one_is_done_for_the_others_and_thrown_afterwards()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => EachAlone.RunAsync([1, 2, 3], each => WorkAsync(each, failing: 1), CancellationToken.None));

        Assert.Equal("1", failure.Message);
        Assert.Equal([2, 3], done);
    }

    [Fact]
    public async Task Several_failures_are_thrown_together()
    {
        var all = await Assert.ThrowsAsync<AggregateException>(() => EachAlone.RunAsync([1, 2, 3], each => WorkAsync(each, each % 2 == 1 ? each : 0), CancellationToken.None));

        Assert.Equal(["1", "3"], all.InnerExceptions.Select(one => one.Message));
        Assert.Equal([2], done);
    }

    [Fact]
    public async Task Being_told_to_stop_stops_at_once()
    {
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAsync<OperationCanceledException>(() => EachAlone.RunAsync(
            [1, 2],
            async each =>
            {
                done.Add(each);
                await stop.CancelAsync();
                stop.Token.ThrowIfCancellationRequested();
            },
            stop.Token));

        Assert.Equal([1], done);
    }

    [Fact]
    public async Task One_that_got_no_answer_in_time_does_not_end_the_others()
    {
        await Assert.ThrowsAsync<TaskCanceledException>(() => EachAlone.RunAsync(
            [1, 2], each => each == 1 ? throw new TaskCanceledException("no answer in time") : WorkAsync(each, failing: 0), CancellationToken.None));

        Assert.Equal([2], done);
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
