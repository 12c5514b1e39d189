using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Notifier.Adapters.Sqlite;

/// <summary>Connections that read, each used by one caller at a time; they see what was committed when they begin.</summary>
internal sealed class ReaderPool(StoreFile file) : IDisposable
{
    private readonly ConcurrentBag<StoreReader> idle = [];
    private volatile bool disposed;

    public TResult Read<TResult>(Func<StoreReader, TResult> work)
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(SqliteStore));
        StoreReader? reader = null;
        try
        {
            reader = idle.TryTake(out var taken) ? taken : new StoreReader(file.OpenForReading());
            var result = work(reader);
            Return(reader);
            return result;
        }
        catch (SqliteException fault)
        {
            reader?.Dispose();
            throw SqliteFaults.Explain(fault, file.FilePath);
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private void Return(StoreReader reader)
    {
        idle.Add(reader);
        if (disposed)
        {
            Dispose();
        }
    }
}
