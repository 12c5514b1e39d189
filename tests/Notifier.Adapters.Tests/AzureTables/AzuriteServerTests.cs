using System.Diagnostics;
using Notifier.Testing.Azurite;

namespace Notifier.Adapters.Tests.AzureTables;

public sealed class AzuriteServerTests
{
    [Fact]
    public async Task Ends_by_itself_when_whoever_started_it_is_gone()
    {
        using var server = AzuriteServer.Start();
        Assert.False(server.HasEnded);

        server.LetGo();

        for (var waited = Stopwatch.StartNew(); !server.HasEnded && waited.Elapsed < TimeSpan.FromSeconds(30);)
        {
            await Task.Delay(50);
        }

        Assert.True(server.HasEnded);
    }
}
