using Notifier.Application.Delivery;
using Notifier.Delivery;
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
            var (world, told, states) = await PlayAsync(seed);
            crashes += world.Crashes;
            arrived += told.Count;
            Assert.True(told.Distinct().Count() == told.Count, $"seed {seed}: {string.Join(", ", told)}; {world.Happened}");
            // Three mornings of an overdue review: each has a notice, and none of them waits for ever.
            Assert.True(
                states.Count == 3 && states.All(state => state is NoticeState.Delivered or NoticeState.Unknown),
                $"seed {seed}: {string.Join(", ", states)}; {world.Happened}");
        }

        Assert.True(crashes > Seeds / 2, $"Only {crashes} crashes.");
        Assert.True(arrived > Seeds * 2, $"Only {arrived} digests.");
    }

    private static async Task<(FaultyWorld World, IReadOnlyList<string> Told, IReadOnlyList<NoticeState> States)> PlayAsync(int seed)
    {
        var world = new FaultyWorld(
            OakHill.At(2026, 11, 13, 5), new(seed, crashes: 1 + (seed % 3), errors: seed % 4) { OneIn = 15 + (seed % 40) });
        await world.World.ImportAsync(District(), ReviewDue(new(2026, 11, 12)));
        await world.World.DrainAsync();
        await world.RunUntilAsync(OakHill.At(2026, 11, 17, 20));
        await world.EndAsync();
        var rows = (await world.World.NoticesAsync(NoticeDue.LedgerOfStaff("T1"))).Where(row => row.StepId == "digest").ToList();
        return (
            world,
            [.. world.Channel.Messages.Where(message => message.Address == "t1@example.org").Select(message => message.NoticeId)],
            [.. rows.Select(row => row.State)]);
    }
}
