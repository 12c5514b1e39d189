namespace Notifier.Application.Delivery;

/// <summary>Settles the attempts whose outcome is open.</summary>
public sealed class ReconcileDeliveries
{
    /// <summary>Every five minutes: those old enough that nobody can still be at work on them.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("ReconcileDeliveries lands with the next commits of this branch.");

    /// <summary>
    /// At the start of the one-machine home: all of them, because the process that was at work is gone. Never while
    /// another process sends from the same store.
    /// </summary>
    public Task SettleInterruptedAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("ReconcileDeliveries lands with the next commits of this branch.");
}
