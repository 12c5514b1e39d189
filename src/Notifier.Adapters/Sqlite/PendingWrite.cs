namespace Notifier.Adapters.Sqlite;

/// <summary>A write waiting for the write thread. It may be applied twice: again after its first transaction was undone.</summary>
internal abstract class PendingWrite
{
    public abstract void Apply(StoreWriter writer);

    /// <summary>Its transaction is on the disk.</summary>
    public abstract void Confirm();

    public abstract void Fail(Exception cause);
}

internal sealed class PendingWrite<TResult>(Func<StoreWriter, TResult> work) : PendingWrite
{
    private readonly TaskCompletionSource<TResult> confirmed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? result;

    public Task<TResult> Confirmed => confirmed.Task;

    public override void Apply(StoreWriter writer) => result = work(writer);

    public override void Confirm() => confirmed.SetResult(result!);

    public override void Fail(Exception cause) => confirmed.SetException(cause);
}
