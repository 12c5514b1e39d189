using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Delivery;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Summaries;

/// <summary>Whatever breaks, crashes or comes twice: one summary for a supervisor and week, or a notice held with its evidence.</summary>
public sealed class SummaryFaultTests : WeeklySummaryTest
{
    private const int Seeds = 150;

    [Fact]
    public async Task Under_crashes_and_redelivery_each_summary_arrives_at_most_once_and_none_is_lost_silently()
    {
        var (crashes, arrived) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (faults, told, states) = await PlayAsync(seed);
            crashes += faults.Happened.Count(what => what.StartsWith("crash", StringComparison.Ordinal));
            arrived += told.Count;
            Assert.True(told.Distinct().Count() == told.Count, $"seed {seed}: {string.Join(", ", told)}; {string.Join(", ", faults.Happened)}");
            // Two weeks in which the review is overdue: each has a notice, and neither waits for ever.
            Assert.True(
                states.Count == 2 && states.All(state => state is NoticeState.Delivered or NoticeState.Unknown),
                $"seed {seed}: {string.Join(", ", states)}; {string.Join(", ", faults.Happened)}");
        }

        Assert.True(crashes > Seeds / 2, $"Only {crashes} crashes.");
        Assert.True(arrived > Seeds, $"Only {arrived} summaries.");
    }

    private static async Task<(Faults Faults, IReadOnlyList<string> Told, IReadOnlyList<NoticeState> States)> PlayAsync(int seed)
    {
        var clock = new FakeClock(OakHill.At(2026, 11, 9, 5));
        var faults = new Faults(seed, crashes: 1 + (seed % 3), errors: seed % 4) { OneIn = 10 + (seed % 30) };
        var inner = new InMemoryQueues(clock);
        var tables = new WatchedTables(
            new InMemoryTables(), (what, table) => faults.Step($"before {what} {table}"), (what, table) => faults.Step($"after {what} {table}"));
        var queues = new WatchedQueues(
            inner, inner, (what, queue) => faults.Step($"before {what} {queue}"), (what, queue) => faults.Step($"after {what} {queue}"));
        var channel = new FakeChannel { Around = when => faults.Step($"{when} the channel") };
        FlowWorld World() => new(tables, queues, queues, channel, clock) { FailuresEndTheTest = false };

        faults.Pause();
        var world = World();
        await world.ImportAsync(Summaries(), Late);
        await world.DrainAsync();
        foreach (var monday in new[] { OakHill.At(2026, 11, 9, 6), OakHill.At(2026, 11, 16, 6) })
        {
            clock.MoveTo(monday);
            faults.Continue();
            while (clock.GetCurrentInstant() < monday + Duration.FromHours(14))
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

            faults.Pause();
        }

        faults.Stop();
        await world.RunHourAsync();
        var rows = (await world.NoticesAsync(NoticeDue.LedgerOfStaff("T2"))).Where(row => row.StepId == "summary").ToList();
        var notices = rows.Select(row => row.NoticeId).ToHashSet(StringComparer.Ordinal);
        return (
            faults,
            [.. channel.Messages.Where(message => notices.Contains(message.NoticeId)).Select(message => message.NoticeId)],
            [.. rows.Select(row => row.State)]);
    }
}
