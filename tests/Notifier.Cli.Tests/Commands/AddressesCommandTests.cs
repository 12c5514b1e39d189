using Notifier.Adapters.Sqlite;
using Notifier.Application.Delivery.Reach;
using Notifier.PlanDates;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

/// <summary>Addresses that nothing is sent to, and the way back.</summary>
public sealed class AddressesCommandTests : IAsyncLifetime, IDisposable
{
    private const string Phone = "+15125550199";

    private readonly TempFolder folder = new();

    private string Store => folder.File("store");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder.File("district"));
        new TinyDistrict().Write(folder.File("district"));
        await CliRun.Of("import", folder.File("district"), "--data", Store);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_suppressed_is_said_so()
    {
        var run = await CliRun.Of("addresses", "--data", Store);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Every address on file may be used.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suppressed_address_is_listed_without_itself_and_lifted_with_a_reason()
    {
        var id = await SuppressAsync();

        var listed = await CliRun.Of("addresses", "--data", Store);
        var unreasoned = await CliRun.Of("addresses", "--data", Store, "--lift", id);
        var unknown = await CliRun.Of("addresses", "--data", Store, "--lift", "ffff", "--because", "asked");
        var lifted = await CliRun.Of("addresses", "--data", Store, "--lift", id, "--because", "asked by phone");
        var after = await CliRun.Of("addresses", "--data", Store);

        Assert.Contains("replied STOP", listed.Output, StringComparison.Ordinal);
        Assert.Contains(id, listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("5125550199", listed.Output, StringComparison.Ordinal);
        Assert.Equal([2, 2, 0], [unreasoned.ExitCode, unknown.ExitCode, lifted.ExitCode]);
        Assert.Contains("--because", unreasoned.Error, StringComparison.Ordinal);
        Assert.Contains("Every address on file may be used.", after.Output, StringComparison.Ordinal);
    }

    private async Task<string> SuppressAsync()
    {
        await using var store = SqliteStore.Open(Store, new FakeClock(CliRun.Morning));
        var hash = Suppressions.HashOf(Channel.Sms, Phone);
        await new Suppressions(store.Tables).SuppressAsync(
            "tiny", hash, Channel.Sms, "replied STOP", CliRun.Morning - NodaTime.Duration.FromDays(3), CancellationToken.None);
        return hash[..12];
    }
}
