using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Notifier.Application.Queues;
using Notifier.Application.ScheduleChanges;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Flow;

/// <summary>
/// Random interleavings of changes, versions, withdrawals, repeats and sending: however they fall, and whatever breaks
/// meanwhile, the last word a family got is the truth, nobody got more than one for each change and version, and what was
/// known before the evening is one word.
/// </summary>
public sealed class ChangedDayPropertyTests
{
    private const int Cases = 120;
    private const int Crashes = 3;
    private const int Errors = 4;

    [Fact]
    public void The_last_word_is_the_truth_and_nobody_gets_more_than_one_for_each_change_and_version() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases),
            Prop.ForAll(ChangedDayPlay.Any, play => RunAsync(play).GetAwaiter().GetResult()));

    [Fact]
    public void So_it_is_when_processes_die_and_store_queue_and_provider_fail_on_the_way() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases),
            Prop.ForAll(ChangedDayPlay.Any, play => RunBrokenAsync(play).GetAwaiter().GetResult()));

    private static async Task RunAsync(ChangedDayPlay play)
    {
        var clock = new FakeClock(ChangedDayPlay.Begin);
        var (queues, provider) = (new InMemoryQueues(clock), new FakeChannel());
        var world = new FlowWorld(new InMemoryTables(), queues, queues, provider, clock);
        await world.ImportAsync(OakHill.District(), ChangedDayPlay.Family);
        var postedAt = new List<Instant>();
        foreach (var step in play.Steps)
        {
            postedAt.Add(clock.GetCurrentInstant());
            await world.AnnounceAsync(play.ChangeOf(step));
            if (step.Wait > 0)
            {
                await world.RunUntilAsync(NextPost(clock, step));
            }
        }

        await world.RunUntilAsync(ChangedDayPlay.End);
        await play.JudgeAsync(world, provider, postedAt);
    }

    private static async Task RunBrokenAsync(ChangedDayPlay play)
    {
        var clock = new FakeClock(ChangedDayPlay.Begin);
        var faults = new Faults(play.Seed, Crashes, Errors) { OneIn = 15 + (play.Seed % 40) };
        var plain = new InMemoryQueues(clock);
        var queues = new WatchedQueues(
            plain, plain, (what, queue) => faults.Step($"before {what} {queue}"), (what, queue) => faults.Step($"after {what} {queue}"));
        var tables = new WatchedTables(
            new InMemoryTables(), (what, table) => faults.Step($"before {what} {table}"), (what, table) => faults.Step($"after {what} {table}"));
        var answers = new Random(play.Seed);
        var provider = new FakeChannel { Around = when => faults.Step($"{when} the channel") };
        provider.Answering = _ => answers.Next(8) switch
        {
            0 => FakeAnswer.TakeAndThrow,
            1 => FakeAnswer.Throw,
            2 => FakeAnswer.TryAgain,
            _ => FakeAnswer.Take,
        };
        FlowWorld NewProcess() => new(tables, queues, queues, provider, clock) { FailuresEndTheTest = false };

        faults.Pause();
        var world = NewProcess();
        await world.ImportAsync(OakHill.District(), ChangedDayPlay.Family);
        faults.Continue();
        var postedAt = new List<Instant>();
        foreach (var step in play.Steps)
        {
            // Who posts and hears of a failure posts again; the last try counts for the evening.
            var message = new QueueMessage { MessageId = $"post-{postedAt.Count}", Body = ScheduleChangeText.Write(play.ChangeOf(step)) };
            await UntilDoneAsync(() => queues.SendAsync(QueueNames.ScheduleChanges, [message], CancellationToken.None));
            postedAt.Add(clock.GetCurrentInstant());
            if (step.Wait > 0)
            {
                var next = NextPost(clock, step);
                await UntilDoneAsync(() => world.RunUntilAsync(next));
            }
        }

        await UntilDoneAsync(() => world.RunUntilAsync(ChangedDayPlay.LastPost));
        faults.Stop();
        provider.Answering = null;
        await RestartAsync();
        await world.RunUntilAsync(ChangedDayPlay.End, Duration.FromMinutes(30));
        await play.JudgeAsync(world, provider, postedAt, string.Join("; ", faults.Happened));
        Assert.Empty(plain.SetAside);

        async Task UntilDoneAsync(Func<Task> work)
        {
            while (true)
            {
                try
                {
                    await work();
                    return;
                }
                catch (Exception problem) when (Faults.IsOne<CrashException>(problem))
                {
                    await RestartAsync();
                }
                catch (Exception problem) when (Faults.IsOne<TimeoutException>(problem))
                {
                    // A timer's or a post's own failure: it is done again.
                }
            }
        }

        async Task RestartAsync()
        {
            while (true)
            {
                faults.Restart();
                // The locks of the dead process run out, and the new one first settles what was interrupted.
                clock.Advance(Duration.FromMinutes(6));
                world = NewProcess();
                try
                {
                    await world.UseCases.ReconcileDeliveries.SettleInterruptedAsync(CancellationToken.None);
                    return;
                }
                catch (Exception problem) when (Faults.IsOne<CrashException>(problem) || Faults.IsOne<TimeoutException>(problem))
                {
                    // It breaks again while it starts.
                }
            }
        }
    }

    private static Instant NextPost(FakeClock clock, ChangedDayPlay.Step step) =>
        Instant.Min(ChangedDayPlay.LastPost, clock.GetCurrentInstant() + Duration.FromHours(3 * (step.Wait - 1)));
}
