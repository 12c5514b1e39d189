using Notifier.Adapters.Sqlite;
using Notifier.Testing;
using Notifier.Testing.Flow;

namespace Notifier.Adapters.Tests.Flow;

/// <summary>The scenes of the fault injection over the real store; a crash there is the process going away.</summary>
public sealed class FaultsOnSqliteTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(27)]
    [InlineData(39)]
    [InlineData(59)]
    [InlineData(83)]
    public async Task Nobody_hears_twice_and_nothing_is_lost_silently(int seed)
    {
        using var folder = new TempFolder();
        var clock = new FakeClock(FaultScene.Start);
        await using var store = SqliteStore.Open(folder.Path, clock);
        var scene = new FaultScene(seed, clock, store.Tables, store.Queues, store.Queues, () => store.Queues);

        await scene.RunAsync();

        var wrong = await FaultFindings.AllAsync(scene);
        Assert.True(wrong.Count == 0, $"{string.Join("; ", wrong)}. What broke: {string.Join(", ", scene.Faults.Happened)}.");
        Assert.NotEmpty(scene.Channel.Messages);
    }
}
