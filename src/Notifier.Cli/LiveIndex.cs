using Notifier.Adapters.Outbox;
using Notifier.Application.Runs;

namespace Notifier.Cli;

/// <summary>Keeps the outbox's index near what was sent, while the home runs.</summary>
internal sealed class LiveIndex(OutboxIndex index, RunTally tally)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Until it is cancelled.</summary>
    public async Task KeepAsync(CancellationToken stop)
    {
        var listed = 0;
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (tally.Summary.Sent is var sent && sent != listed)
                {
                    await index.RebuildAsync(stop);
                    listed = sent;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The last index is written when the run has ended.
        }
    }
}
