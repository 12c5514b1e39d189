namespace Notifier.Cli.Scheduling;

/// <summary>Stopping has two steps: first nothing new is begun; after the grace, what is under way is cancelled.</summary>
internal sealed class StopTokens : IDisposable
{
    private readonly CancellationTokenSource receiving;
    private readonly CancellationTokenSource calls = new();
    private readonly CancellationTokenRegistration onStop;

    public StopTokens(SchedulerSettings settings, CancellationToken stop)
    {
        receiving = CancellationTokenSource.CreateLinkedTokenSource(stop);
        onStop = receiving.Token.Register(() => calls.CancelAfter(settings.Grace.ToTimeSpan()));
    }

    public CancellationToken Receiving => receiving.Token;

    public CancellationToken Calls => calls.Token;

    public void Stop() => receiving.Cancel();

    public void Dispose()
    {
        onStop.Dispose();
        receiving.Dispose();
        calls.Dispose();
    }
}
