using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Delivery;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Digests;

/// <summary>Whatever breaks, crashes or comes twice: one digest for a person and day, or a notice held with its evidence.</summary>
public sealed class DigestFaultTests : DigestTest
{
    private const int Seeds = 150;

    [Fact]
    public async Task Under_crashes_and_redelivery_each_digest_arrives_at_most_once_and_none_is_lost_silently()
    {
        var (crashes, arrived) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (faults, told, states) = await PlayAsync(seed);
            crashes += faults.Happened.Count(what => what.StartsWith("crash", StringComparison.Ordinal));
            arrived += told.Count;
            Assert.True(told.Distinct().Count() == told.Count, $"seed {seed}: {string.Join(", ", told)}; {string.Join(", ", faults.Happened)}");
            // Three mornings of an overdue review: each has a notice, and none of them waits for ever.
            Assert.True(
                states.Count == 3 && states.All(state => state is NoticeState.Delivered or NoticeState.Unknown),
                $"seed {seed}: {string.Join(", ", states)}; {string.Join(", ", faults.Happened)}");
        }

        Assert.True(crashes > Seeds / 2, $"Only {crashes} crashes.");
        Assert.True(arrived > Seeds * 2, $"Only {arrived} digests.");
    }

    private static async Task<(Faults Faults, IReadOnlyList<string> Told, IReadOnlyList<NoticeState> States)> PlayAsync(int seed)
    {
        var clock = new FakeClock(OakHill.At(2026, 11, 13, 5));
        var faults = new Faults(seed, crashes: 1 + (seed % 3), errors: seed % 4) { OneIn = 15 + (seed % 40) };
        var inner = new InMemoryQueues(clock);
        var tables = new WatchedTables(
            new InMemoryTables(), (what, table) => faults.Step($"before {what} {table}"), (what, table) => faults.Step($"after {what} {table}"));
        var queues = new WatchedQueues(
            inner, inner, (what, queue) => faults.Step($"before {what} {queue}"), (what, queue) => faults.Step($"after {what} {queue}"));
        var channel = new FakeChannel { Around = when => faults.Step($"{when} the channel") };
        FlowWorld World() => new(tables, queues, queues, channel, clock) { FailuresEndTheTest = false };

        faults.Pause();
        var world = World();
        await world.ImportAsync(District(), ReviewDue(new(2026, 11, 12)));
        await world.DrainAsync();
        faults.Continue();
        while (clock.GetCurrentInstant() < OakHill.At(2026, 11, 17, 20))
        {
            try
            {
                await world.RunHourAsync();
                clock.Advance(Duration.FromHours(1));
            }
            // A sweep that went on past the first failure tells of all of them together.
            catch (Exception problem) when (problem is CrashException
                || (problem is AggregateException several && several.InnerExceptions.Any(one => one is CrashException)))
            {
                faults.Restart();
                clock.Advance(Duration.FromMinutes(6));
                world = World();
            }
            catch (Exception problem) when (problem is TimeoutException or AggregateException)
            {
                clock.Advance(Duration.FromMinutes(10));
            }
        }

        faults.Stop();
        await world.RunHourAsync();
        var rows = (await world.NoticesAsync(NoticeDue.LedgerOfStaff("T1"))).Where(row => row.StepId == "digest").ToList();
        return (
            faults,
            [.. channel.Messages.Where(message => message.Address == "t1@example.org").Select(message => message.NoticeId)],
            [.. rows.Select(row => row.State)]);
    }
}
