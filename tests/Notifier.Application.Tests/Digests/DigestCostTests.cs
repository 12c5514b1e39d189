using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Application.Tests.Digests;

/// <summary>What a morning of digests costs follows what is due, not what is stored.</summary>
public sealed class DigestCostTests : DigestTest
{
    [Fact]
    public async Task Nine_times_as_many_plans_that_are_not_due_add_no_call()
    {
        var few = await CallsAsync(later: 5);
        var many = await CallsAsync(later: 45);

        Assert.Equal(few, many);
        // One overview of one due date: the index, the student, the claim and its outcome.
        Assert.InRange(few, 10, 60);
    }

    private static async Task<int> CallsAsync(int later)
    {
        var clock = new FakeClock(OakHill.At(2026, 11, 13, 5));
        var (calls, counts) = (0, false);
        var queues = new InMemoryQueues(clock);
        var tables = new WatchedTables(new InMemoryTables(), (_, _) => calls += counts ? 1 : 0);
        var world = new FlowWorld(tables, queues, queues, new FakeChannel(), clock);
        var files = Enumerable.Range(10, later).Select(number => ReviewDue(new(2027, 4, 20), $"S{number}", $"P{number}"));
        await world.ImportAsync(District(), [ReviewDue(new(2026, 11, 12)), .. files]);
        await world.DrainAsync();
        clock.MoveTo(OakHill.At(2026, 11, 13, 6));

        counts = true;
        await world.UseCases.SendStaffDigests.RunAsync(CancellationToken.None);
        await world.DrainAsync();
        return calls;
    }
}
