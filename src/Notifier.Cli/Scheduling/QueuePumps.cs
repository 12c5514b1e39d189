using NodaTime;

namespace Notifier.Cli.Scheduling;

/// <summary>The queues of this home, worked through side by side.</summary>
internal sealed class QueuePumps(IEnumerable<QueuePump> pumps) : IAsyncDisposable
{
    public IReadOnlyList<QueuePump> All { get; } = [.. pumps];

    /// <summary>Until no queue has a message that is deliverable at the moment.</summary>
    public async Task DrainAsync(Instant at, StopTokens stop)
    {
        int[] started;
        do
        {
            // A message of one queue may lead to messages on another.
            started = await Task.WhenAll(All.Select(pump => pump.DrainAsync(at, stop)));
        }
        while (started.Any(count => count > 0));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pump in All)
        {
            await pump.DisposeAsync();
        }
    }
}
