using NodaTime;
using Notifier.Application.Queues;
using Notifier.Application.Storage;
using Notifier.Cli.Scheduling;

namespace Notifier.Cli.Tests.Scheduling;

/// <summary>Until stopped; the clock is moved by hand.</summary>
public sealed class RunTests : SchedulerTest
{
    [Fact]
    public async Task Messages_are_handled_as_they_come_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var running = Scheduler().RunAsync(Clock, stop.Token);
        await SendAsync("box of socks");
        await Until(() => Journal.Entries.Contains("sort socks"));
        await SendAsync("parcel");
        await Until(() => Journal.Entries.Contains("unpack parcel"));

        await stop.CancelAsync();
        await running;

        await SendAsync("late");
        await Task.Delay(100);
        Assert.DoesNotContain("unpack late", Journal.Entries);
    }

    [Fact]
    public async Task A_timer_is_called_when_its_time_comes_and_not_before()
    {
        using var stop = new CancellationTokenSource();
        var running = Scheduler().RunAsync(Clock, stop.Token);
        await Until(() => Journal.Entries.Count == 1);
        Assert.Equal(["hourly, late"], Journal.Entries);

        Clock.MoveTo(Instant.FromUtc(2026, 11, 23, 12, 59, 59));
        await Task.Delay(100);
        Assert.Single(Journal.Entries);

        Clock.MoveTo(Instant.FromUtc(2026, 11, 23, 13, 0));
        await Until(() => Journal.Entries.Count == 2);
        Clock.MoveTo(Instant.FromUtc(2026, 11, 24, 8, 30));
        await Until(() => Journal.Entries.Count == 4);
        await Task.Delay(100);

        await stop.CancelAsync();
        await running;
        Assert.Equal(["hourly, late", "hourly", "hourly, late", "nightly"], Journal.Entries.Order(Comparer<string>.Create(Place)));

        static int Place(string a, string b) => (a == "nightly").CompareTo(b == "nightly");
    }

    [Fact]
    public async Task An_outage_leads_to_one_late_call_of_each_timer()
    {
        await RunUntilAsync(entries: 1);
        Clock.Advance(Duration.FromDays(3));

        await RunUntilAsync(entries: 3);

        Assert.Equal(["hourly, late", "hourly, late", "nightly, late"], Journal.Entries);
    }

    [Fact]
    public async Task A_timer_that_fails_waits_for_its_next_time_and_is_called_again_after_a_new_start()
    {
        Journal.ActAsync = (_, _, _) => throw Journal.Failure("hourly");
        await RunUntilAsync(entries: 1);
        Assert.Equal(["hourly, late"], Journal.Entries);

        await RunUntilAsync(entries: 2);

        Assert.Equal(["hourly, late", "hourly, late"], Journal.Entries);
    }

    [Fact]
    public async Task A_call_under_way_may_end_when_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        Journal.ActAsync = async (text, _, cancellationToken) =>
        {
            if (text == "parcel")
            {
                begun.SetResult();
                await mayEnd.Task.WaitAsync(cancellationToken);
            }
        };
        await SendAsync("parcel");
        var running = Scheduler().RunAsync(Clock, stop.Token);
        await begun.Task;

        await stop.CancelAsync();
        await Task.Delay(50);
        Assert.False(running.IsCompleted);
        mayEnd.SetResult();
        await running;

        Assert.Contains(Journal.Events, e => e == new FunctionEvent("Unpack", FunctionEventKind.Succeeded));
    }

    [Fact]
    public async Task A_call_that_does_not_end_is_cancelled_after_the_grace_and_its_message_kept()
    {
        Settings = Settings with { Grace = Duration.FromMilliseconds(50) };
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        Journal.ActAsync = (text, _, cancellationToken) =>
        {
            if (text == "parcel")
            {
                begun.TrySetResult();
                return Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return Task.CompletedTask;
        };
        await SendAsync("parcel");
        var running = Scheduler().RunAsync(Clock, stop.Token);
        await begun.Task;

        await stop.CancelAsync();
        await running;

        var kept = await Store.Queues.ReceiveAsync("boxes", 1, Clock.GetCurrentInstant(), Duration.FromHours(1), default);
        Assert.Equal("parcel", Assert.Single(kept).MessageId);
    }

    [Fact]
    public async Task A_store_that_fails_ends_the_run_with_its_words()
    {
        var scheduler = Scheduler(new FailingReceiver(Store.Queues));
        await SendAsync("parcel");

        var failure = await Assert.ThrowsAsync<StoreException>(() => scheduler.RunAsync(Clock, default));

        Assert.Equal("The disk is full.", failure.Problem);
    }

    private async Task RunUntilAsync(int entries)
    {
        using var stop = new CancellationTokenSource();
        var running = Scheduler().RunAsync(Clock, stop.Token);
        await Until(() => Journal.Entries.Count >= entries);
        // Time for one call too many.
        await Task.Delay(100);
        await stop.CancelAsync();
        await running;
    }

    /// <summary>A store whose disk becomes full while a message is being handled.</summary>
    private sealed class FailingReceiver(IQueueReceiver inner) : IQueueReceiver
    {
        public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
            string queue, int most, Instant now, Duration lockFor, CancellationToken cancellationToken) =>
            inner.ReceiveAsync(queue, most, now, lockFor, cancellationToken);

        public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken) => throw Full();

        public Task<bool> AbandonAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken) => throw Full();

        public Task SetAsideAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken) => throw Full();

        private static StoreException Full() => new("The disk is full.", "/data", "Free some space.");
    }
}
