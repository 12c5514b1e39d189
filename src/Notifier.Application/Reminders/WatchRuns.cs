namespace Notifier.Application.Reminders;

/// <summary>Makes a run that did not finish by its hour a visible problem.</summary>
public sealed class WatchRuns
{
    public Task RunAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("WatchRuns lands with the next commits of this branch.");
}
