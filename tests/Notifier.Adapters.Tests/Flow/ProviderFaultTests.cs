using Notifier.Adapters.Sqlite;
using Notifier.Testing;
using Notifier.Testing.Flow;
using Notifier.Testing.Providers;

namespace Notifier.Adapters.Tests.Flow;

/// <summary>
/// Crashes before and after every call of store, queue and provider; providers that take and hang, take and reset, take
/// and fail; reports that come early, late, twice and in any order: nobody hears twice, and nothing ends without a
/// recorded outcome. NOTIFIER_FAULT_SEEDS asks for more seeds.
/// </summary>
public sealed class ProviderFaultTests
{
    private const int Share = 250;

    /// <summary>Of every fifty seeds one is played over the files of a store, too.</summary>
    private const int OnDiskOneIn = 50;

    private const int OnDiskShare = 25;

    private static readonly Lazy<Task<byte[]>> Before = new(PrepareStoreAsync);

    internal static int Seeds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("NOTIFIER_FAULT_SEEDS"), out var asked) ? asked : 10_000;

    public static TheoryData<int> Shares => [.. Enumerable.Range(0, Seeds / Share)];

    [Theory]
    [MemberData(nameof(Shares))]
    public async Task Nobody_hears_twice_and_nothing_ends_without_a_recorded_outcome(int share)
    {
        for (var seed = share * Share; seed < (share + 1) * Share; seed++)
        {
            await PlayAsync(seed, await ProviderFaultScene.OfOneDayAsync(seed));
        }
    }

    public static TheoryData<int> SharesOnDisk => [.. Enumerable.Range(0, Math.Max(1, Seeds / OnDiskOneIn / OnDiskShare))];

    [Theory]
    [MemberData(nameof(SharesOnDisk))]
    public async Task The_same_over_the_store_of_one_machine(int share)
    {
        var prepared = await Before.Value;
        for (var seed = share * OnDiskShare; seed < (share + 1) * OnDiskShare; seed++)
        {
            using var folder = new TempFolder();
            await File.WriteAllBytesAsync(folder.File("notifier.db"), prepared);
            var clock = new FakeClock(FaultScene.Start);
            await using var store = SqliteStore.Open(folder.Path, clock);
            await PlayAsync(
                seed, ProviderFaultScene.OfOneDay(seed, clock, store.Tables, store.Queues, store.Queues, () => store.Queues));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(27)]
    [InlineData(59)]
    [InlineData(101)]
    public async Task The_same_over_the_store_of_one_machine_from_the_import_on(int seed)
    {
        using var folder = new TempFolder();
        var clock = new FakeClock(FaultScene.Start);
        await using var store = SqliteStore.Open(folder.Path, clock);

        await PlayAsync(seed, ProviderFaultScene.Of(seed, clock, store.Tables, store.Queues, store.Queues, () => store.Queues));
    }

    [Fact]
    public async Task The_usual_retry_on_any_error_sends_twice_under_the_same_faults()
    {
        var twice = 0;
        for (var seed = 0; seed < Share; seed++)
        {
            var scene = await ProviderFaultScene.OfOneDayAsync(seed);
            var usual = new UsualRetryBaseline(scene.Provider.Channel, scene.Faults);
            for (var notice = 0; notice < 5; notice++)
            {
                await usual.SendAsync($"n{notice}");
            }

            twice += scene.Provider.Arrived.GroupBy(noticeId => noticeId).Count(group => group.Count() > 1);
        }

        // A quarter of the requests is taken and answered badly or not at all.
        Assert.InRange(twice, Share / 4, Share * 5);
    }

    private static async Task<byte[]> PrepareStoreAsync()
    {
        using var folder = new TempFolder();
        var clock = new FakeClock(FaultScene.Start);
        await using (var store = SqliteStore.Open(folder.Path, clock))
        {
            await FaultScene.PrepareTheReminderDayAsync(store.Tables, store.Queues, store.Queues, clock);
        }

        return await File.ReadAllBytesAsync(folder.File("notifier.db"));
    }

    internal static async Task PlayAsync(int seed, FaultScene scene)
    {
        await scene.RunAsync();

        var wrong = await FaultFindings.AllAsync(scene);
        var providers = (ProvidersScene)scene.Provider;
        Assert.True(
            wrong.Count == 0,
            $"Seed {seed}: {string.Join("; ", wrong)}. What broke: {string.Join(", ", scene.Faults.Happened)}.\n"
            + await FaultFindings.StoryAsync(scene));
        Assert.Equal(0, providers.Refused);
        Assert.Empty(providers.Twilio.Complaints.Concat(providers.SendGrid.Complaints));
    }
}
