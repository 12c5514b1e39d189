using NodaTime;
using Notifier.Cli.Scheduling;

namespace Notifier.Cli.Tests.Scheduling;

public sealed class RunOnceTests : SchedulerTest
{
    [Fact]
    public async Task Messages_come_first_then_the_timers_and_what_they_sent()
    {
        Journal.ActAsync = (text, _, _) => text == "hourly" ? SendAsync("box of socks") : Task.CompletedTask;
        await SendAsync("parcel");

        Assert.True(await RunOnceAsync());

        Assert.Equal(["unpack parcel", "hourly, late", "unpack box of socks", "sort socks"], Journal.Entries);
        Assert.All(Journal.Events, e => Assert.Equal(FunctionEventKind.Succeeded, e.Kind));
    }

    [Fact]
    public async Task A_message_for_later_stays_until_its_moment()
    {
        var later = Clock.GetCurrentInstant() + Duration.FromHours(3);
        await Store.Queues.SendAsync("boxes", [Box("later") with { NotBefore = later }], default);

        await RunOnceAsync();
        Assert.DoesNotContain("unpack later", Journal.Entries);

        Clock.MoveTo(later);
        await RunOnceAsync();
        Assert.Contains("unpack later", Journal.Entries);
    }

    [Fact]
    public async Task A_message_whose_call_fails_is_delivered_again()
    {
        Journal.ActAsync = (text, delivery, _) => text == "parcel" && delivery < 3 ? throw Journal.Failure(text) : Task.CompletedTask;
        await SendAsync("parcel");

        await RunOnceAsync();

        Assert.Equal(3, Journal.Entries.Count(entry => entry == "unpack parcel"));
        Assert.Empty(await SetAsideAsync());
        Assert.Equal(2, Journal.Count(FunctionEventKind.Failed));
    }

    [Fact]
    public async Task A_message_that_always_fails_is_set_aside_and_the_others_are_handled()
    {
        Journal.ActAsync = (text, _, _) => text == "poison" ? throw Journal.Failure(text) : Task.CompletedTask;
        await SendAsync(["poison", .. Enumerable.Range(0, 50).Select(number => $"parcel {number}")]);

        Assert.True(await RunOnceAsync());

        var aside = Assert.Single(await SetAsideAsync());
        Assert.Equal(("poison", "Exception: failed on poison"), (aside.MessageId, aside.Reason));
        Assert.Equal(10, Journal.Entries.Count(entry => entry == "unpack poison"));
        Assert.Equal(50, Journal.Entries.Count(entry => entry.StartsWith("unpack parcel", StringComparison.Ordinal)));
        Assert.Equal(1, Journal.Count(FunctionEventKind.SetAside));
        Assert.Equal(9, Journal.Count(FunctionEventKind.Failed));
    }

    [Fact]
    public async Task A_handled_message_is_not_handled_again()
    {
        await SendAsync("parcel");
        await RunOnceAsync();
        await OpenAgainAsync();

        await RunOnceAsync();

        Assert.Single(Journal.Entries, entry => entry == "unpack parcel");
    }

    [Fact]
    public async Task Calls_run_side_by_side_but_no_more_than_allowed()
    {
        var (current, most) = (0, 0);
        Journal.ActAsync = async (_, _, cancellationToken) =>
        {
            var now = Interlocked.Increment(ref current);
            InterlockedMax(ref most, now);
            await Task.Delay(5, cancellationToken);
            Interlocked.Decrement(ref current);
        };
        await SendAsync([.. Enumerable.Range(0, 40).Select(number => $"parcel {number}")]);

        await RunOnceAsync();

        Assert.InRange(most, 2, Settings.Concurrency);
        Assert.Equal(40, Journal.Entries.Count(entry => entry.StartsWith("unpack", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_hourly_timer_is_called_each_time_a_nightly_one_when_its_time_has_come()
    {
        // 12:20: the nightly one is new here and waits for its time, 08:30.
        await RunOnceAsync();
        await RunOnceAsync();
        Assert.Equal(["hourly, late", "hourly"], Journal.Entries);

        Clock.MoveTo(Start + Duration.FromHours(20));
        await RunOnceAsync();
        await RunOnceAsync();

        Assert.Equal(["hourly, late", "hourly", "hourly, late", "hourly"], Journal.Entries);

        Clock.Advance(Duration.FromMinutes(11));
        await RunOnceAsync();
        await RunOnceAsync();

        Assert.Single(Journal.Entries, entry => entry == "nightly");
    }

    [Fact]
    public async Task Many_missed_times_are_one_late_call()
    {
        await RunOnceAsync();
        await OpenAgainAsync();
        Clock.Advance(Duration.FromDays(9));

        await RunOnceAsync();

        Assert.Equal(["hourly, late", "hourly, late", "nightly, late"], Journal.Entries);
    }

    [Fact]
    public async Task A_timer_that_failed_is_told_and_called_again_by_the_next_run()
    {
        Journal.ActAsync = (_, _, _) => throw Journal.Failure("hourly");
        Assert.False(await RunOnceAsync());
        Journal.ActAsync = (_, _, _) => Task.CompletedTask;

        Assert.True(await RunOnceAsync());

        Assert.Equal(["hourly, late", "hourly, late"], Journal.Entries);
        Assert.Equal(1, Journal.Count(FunctionEventKind.Failed));
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_cancelled_and_its_message_given_back()
    {
        Settings = Settings with { CallLimit = Duration.FromMilliseconds(50) };
        Journal.ActAsync = (text, delivery, cancellationToken) =>
            text == "slow" && delivery == 1 ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
        await SendAsync("slow");

        await RunOnceAsync();

        Assert.Equal(2, Journal.Entries.Count(entry => entry == "unpack slow"));
        Assert.Empty(await SetAsideAsync());
    }

    [Fact]
    public async Task Stopped_half_way_it_ends_what_is_under_way_and_leaves_the_rest()
    {
        using var stop = new CancellationTokenSource();
        Journal.ActAsync = async (_, _, cancellationToken) =>
        {
            await stop.CancelAsync();
            await Task.Delay(20, cancellationToken);
        };
        await SendAsync([.. Enumerable.Range(0, 40).Select(number => $"parcel {number:D2}")]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Scheduler().RunOnceAsync(Clock.GetCurrentInstant(), stop.Token));

        var begun = Journal.Entries.Count;
        Assert.InRange(begun, 1, 20);
        Assert.Equal(begun, Journal.Count(FunctionEventKind.Succeeded));
        Journal.ActAsync = (_, _, _) => Task.CompletedTask;
        await OpenAgainAsync();
        await RunOnceAsync();
        Assert.Equal(40, Journal.Entries.Where(entry => entry.StartsWith("unpack", StringComparison.Ordinal)).Distinct().Count());
        Assert.Equal(40, Journal.Entries.Count(entry => entry.StartsWith("unpack", StringComparison.Ordinal)));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref most)))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
