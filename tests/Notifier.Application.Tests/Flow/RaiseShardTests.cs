using NodaTime;
using Notifier.Application.Problems;
using Notifier.Application.Queues;
using Notifier.Application.Reminders;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>A run is one short call for each shard of the agenda, and done when the last of them is. Here: two shards.</summary>
public sealed class RaiseShardTests : FlowTest
{
    private static readonly Duration LockFor = Duration.FromMinutes(5);

    [Fact]
    public async Task A_run_is_done_when_its_last_shard_is_and_no_earlier()
    {
        var shards = await StartAsync();
        Assert.Equal([0, 1], shards.Select(one => one.Shard).Order());

        await World.UseCases.RaiseShard.RunAsync(shards[0], CancellationToken.None);
        Assert.Equal(ReminderDay.PlusDays(-1), (await ProgressAsync()).DoneThrough);

        await World.UseCases.RaiseShard.RunAsync(shards[1], CancellationToken.None);
        Assert.Equal(ReminderDay, (await ProgressAsync()).DoneThrough);
    }

    [Fact]
    public async Task A_shard_that_comes_again_raises_nothing_again()
    {
        var shards = await StartAsync();
        foreach (var shard in shards)
        {
            await World.UseCases.RaiseShard.RunAsync(shard, CancellationToken.None);
        }

        var raised = Queues.Bodies(QueueNames.NoticesDue);
        Assert.NotEmpty(raised);
        // Beyond the queue's memory of ids, so that only the shard's own record can tell.
        Clock.Advance(Duration.FromHours(1));
        foreach (var shard in shards)
        {
            await World.UseCases.RaiseShard.RunAsync(shard, CancellationToken.None);
        }

        Assert.Equal(raised, Queues.Bodies(QueueNames.NoticesDue));
    }

    [Fact]
    public async Task A_shard_whose_message_is_lost_is_sent_again_the_next_hour_and_the_others_are_not()
    {
        var shards = await StartAsync();
        await World.UseCases.RaiseShard.RunAsync(shards[0], CancellationToken.None);
        Clock.Advance(Duration.FromHours(1));

        await World.UseCases.RaiseReminders.RunAsync(CancellationToken.None);

        Assert.Equal([shards[1]], await TakeShardsAsync());
    }

    [Fact]
    public async Task A_run_of_which_one_shard_is_missing_is_a_problem_until_it_is_done()
    {
        var shards = await StartAsync();
        await World.UseCases.RaiseShard.RunAsync(shards[0], CancellationToken.None);
        Clock.MoveTo(OakHill.At(2026, 10, 14, 12));
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Single(await ProblemsAsync(ProblemKind.RunNotFinished));

        await World.UseCases.RaiseShard.RunAsync(shards[1], CancellationToken.None);
        await World.UseCases.WatchRuns.RunAsync(CancellationToken.None);
        Assert.Empty(await ProblemsAsync(ProblemKind.RunNotFinished));
    }

    [Fact]
    public async Task A_run_whose_last_shard_ended_before_saying_so_is_done_at_the_next_hour()
    {
        var shards = await StartAsync();
        foreach (var shard in shards)
        {
            await World.UseCases.Progress.ShardDoneAsync(shard.DistrictId, shard.Shard, shard.Day, CancellationToken.None);
        }

        Clock.Advance(Duration.FromHours(1));
        await World.UseCases.RaiseReminders.RunAsync(CancellationToken.None);

        Assert.Empty(await TakeShardsAsync());
        Assert.Equal(ReminderDay, (await ProgressAsync()).DoneThrough);
    }

    [Fact]
    public async Task A_shard_that_was_done_the_day_before_does_not_raise_that_day_again()
    {
        var yesterday = await StartAsync();
        var mine = World.UseCases.Agenda.ShardOf(OakHill.StudentId);
        await World.UseCases.RaiseShard.RunAsync(yesterday.Single(one => one.Shard == mine), CancellationToken.None);
        var raised = Queues.Bodies(QueueNames.NoticesDue);
        Clock.MoveTo(OakHill.At(2026, 10, 15, 7));
        await World.UseCases.RaiseReminders.RunAsync(CancellationToken.None);

        var today = await TakeShardsAsync();
        Assert.All(today, one => Assert.Equal((ReminderDay, ReminderDay.PlusDays(1)), (one.From, one.Day)));
        foreach (var shard in today)
        {
            await World.UseCases.RaiseShard.RunAsync(shard, CancellationToken.None);
        }

        Assert.Equal(raised, Queues.Bodies(QueueNames.NoticesDue));
        Assert.Equal(ReminderDay.PlusDays(1), (await ProgressAsync()).DoneThrough);
    }

    [Fact]
    public async Task A_shard_that_ends_late_does_not_take_back_a_later_day()
    {
        await World.UseCases.Progress.ShardDoneAsync(OakHill.DistrictId, 0, ReminderDay.PlusDays(1), CancellationToken.None);

        await World.UseCases.Progress.ShardDoneAsync(OakHill.DistrictId, 0, ReminderDay, CancellationToken.None);

        Assert.Equal(
            ReminderDay.PlusDays(1),
            (await World.UseCases.Progress.ShardsAsync(OakHill.DistrictId, CancellationToken.None))[0]);
    }

    [Fact]
    public async Task Shards_that_end_at_the_same_moment_end_the_run()
    {
        var shards = await StartAsync();
        var workers = Enumerable.Range(0, 4).Select(_ => NewProcess().UseCases.RaiseShard).ToList();

        await Task.WhenAll(shards.SelectMany(shard => workers.Select(worker =>
            Task.Run(() => worker.RunAsync(shard, CancellationToken.None)))));

        Assert.Equal(ReminderDay, (await ProgressAsync()).DoneThrough);
    }

    /// <summary>The reminder day's run, as far as its shards lying on the queue; they are taken off it.</summary>
    private async Task<IReadOnlyList<AgendaShard>> StartAsync()
    {
        await ImportAsync();
        await World.RunUntilAsync(OakHill.At(2026, 10, 14, 5));
        Clock.MoveTo(OakHill.At(2026, 10, 14, 9));
        await World.UseCases.RaiseReminders.RunAsync(CancellationToken.None);
        return await TakeShardsAsync();
    }

    private async Task<IReadOnlyList<AgendaShard>> TakeShardsAsync()
    {
        var messages = await Queues.ReceiveAsync(
            QueueNames.AgendaShards, 32, Clock.GetCurrentInstant(), LockFor, CancellationToken.None);
        foreach (var message in messages)
        {
            await Queues.CompleteAsync(message, CancellationToken.None);
        }

        return [.. messages.Select(message => AgendaShard.Read(message.Body))];
    }

    private Task<RunProgressRow> ProgressAsync() =>
        World.UseCases.Progress.GetAsync(OakHill.DistrictId, new LocalDate(2026, 1, 1), CancellationToken.None);
}
