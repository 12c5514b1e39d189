using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Notifier.Adapters.Sqlite;

/// <summary>
/// The one thread that writes. Writes that arrive while a commit is on its way to the disk share the next one (group
/// commit), so many small durable writes cost few disk flushes.
/// </summary>
internal sealed class WriteThread : IAsyncDisposable
{
    private const int MostWritesPerCommit = 1000;

    private readonly Channel<PendingWrite> waiting = Channel.CreateUnbounded<PendingWrite>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StoreWriter writer;
    private readonly StoreFile file;

    public WriteThread(StoreWriter writer, StoreFile file)
    {
        (this.writer, this.file) = (writer, file);
        new Thread(Run) { Name = "Store writes", IsBackground = true }.Start();
    }

    /// <returns>The work's result, once it is on the disk.</returns>
    public Task<TResult> WriteAsync<TResult>(Func<StoreWriter, TResult> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new PendingWrite<TResult>(work);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(write), typeof(SqliteStore));
        return cancellationToken.CanBeCanceled ? write.Confirmed.WaitAsync(cancellationToken) : write.Confirmed;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await ended.Task;
    }

    private void Run()
    {
        var group = new List<PendingWrite>(MostWritesPerCommit);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < MostWritesPerCommit && waiting.Reader.TryRead(out var write))
            {
                group.Add(write);
            }

            if (!TryCommit(group) && group.Count > 1)
            {
                // One of them failed and took the others with it: each on its own now.
                group.ForEach(write => TryCommit([write]));
            }

            group.Clear();
        }

        writer.Dispose();
        ended.SetResult();
    }

    private bool TryCommit(List<PendingWrite> group)
    {
        try
        {
            writer.Begin();
            group.ForEach(write => write.Apply(writer));
            writer.Commit();
        }
        catch (Exception cause)
        {
            Undo(group, cause);
            return false;
        }

        group.ForEach(write => write.Confirm());
        return true;
    }

    private void Undo(List<PendingWrite> group, Exception cause)
    {
        try
        {
            writer.Rollback();
        }
        catch (SqliteException)
        {
            // The next BEGIN fails and says so; what matters to the caller is the first cause.
        }

        if (group.Count == 1)
        {
            group[0].Fail(cause is SqliteException fault ? SqliteFaults.Explain(fault, file.FilePath) : cause);
        }
    }
}
