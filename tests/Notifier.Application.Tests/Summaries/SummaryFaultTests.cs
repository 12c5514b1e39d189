using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Delivery;
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
            var (world, told, states) = await PlayAsync(seed);
            crashes += world.Crashes;
            arrived += told.Count;
            Assert.True(told.Distinct().Count() == told.Count, $"seed {seed}: {string.Join(", ", told)}; {world.Happened}");
            // Two weeks in which the review is overdue: each has a notice, and neither waits for ever.
            Assert.True(
                states.Count == 2 && states.All(state => state is NoticeState.Delivered or NoticeState.Unknown),
                $"seed {seed}: {string.Join(", ", states)}; {world.Happened}");
        }

        Assert.True(crashes > Seeds / 2, $"Only {crashes} crashes.");
        Assert.True(arrived > Seeds, $"Only {arrived} summaries.");
    }

    private static async Task<(FaultyWorld World, IReadOnlyList<string> Told, IReadOnlyList<NoticeState> States)> PlayAsync(int seed)
    {
        var world = new FaultyWorld(
            OakHill.At(2026, 11, 9, 5), new(seed, crashes: 1 + (seed % 3), errors: seed % 4) { OneIn = 10 + (seed % 30) });
        await world.World.ImportAsync(Summaries(), Late);
        await world.World.DrainAsync();
        foreach (var monday in new[] { OakHill.At(2026, 11, 9, 6), OakHill.At(2026, 11, 16, 6) })
        {
            world.MoveTo(monday);
            await world.RunUntilAsync(monday + Duration.FromHours(14));
        }

        await world.EndAsync();
        var rows = (await world.World.NoticesAsync(NoticeDue.LedgerOfStaff("T2"))).Where(row => row.StepId == "summary").ToList();
        var notices = rows.Select(row => row.NoticeId).ToHashSet(StringComparer.Ordinal);
        return (
            world,
            [.. world.Channel.Messages.Where(message => notices.Contains(message.NoticeId)).Select(message => message.NoticeId)],
            [.. rows.Select(row => row.State)]);
    }
}
