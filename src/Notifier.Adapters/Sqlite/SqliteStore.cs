using NodaTime;
using Notifier.Application.Queues;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>
/// The store of the one-machine home: tables and queues in one SQLite file. One process has it open at a time. What a
/// completed task has written is on the disk, and survives the process being killed at any moment.
/// </summary>
public sealed class SqliteStore : IAsyncDisposable
{
    private readonly DataFolderLock folderLock;
    private readonly WriteThread writes;
    private readonly ReaderPool readers;

    private SqliteStore(DataFolderLock folderLock, WriteThread writes, ReaderPool readers, SqliteQueues queues)
    {
        (this.folderLock, this.writes, this.readers) = (folderLock, writes, readers);
        Tables = new SqliteTables(writes, readers);
        Queues = queues;
    }

    public IEntityTables Tables { get; }

    public SqliteQueues Queues { get; }

    /// <param name="dataFolder">Made if it is not there.</param>
    /// <param name="clock">For the queue's memory of message ids.</param>
    /// <param name="rules">How queues behave; null: as in Azure.</param>
    /// <exception cref="StoreException">The folder cannot be used; says why and what to do.</exception>
    public static SqliteStore Open(string dataFolder, IClock clock, QueueRules? rules = null) =>
        Open(dataFolder, clock, rules, mostPages: null);

    /// <param name="dataFolder">Made if it is not there.</param>
    /// <param name="clock">For the queue's memory of message ids.</param>
    /// <param name="rules">How queues behave; null: as in Azure.</param>
    /// <param name="mostPages">Stands for a full disk in tests: the file cannot grow beyond so many pages.</param>
    internal static SqliteStore Open(string dataFolder, IClock clock, QueueRules? rules, long? mostPages)
    {
        rules ??= QueueRules.Default;
        var folderLock = DataFolderLock.Take(dataFolder);
        var file = new StoreFile(Path.Combine(folderLock.Folder, StoreFile.Name));
        WriteThread? writes = null;
        try
        {
            var writer = file.OpenForWriting(clock, rules, mostPages);
            writes = new WriteThread(writer, file);
            var readers = new ReaderPool(file);
            return new SqliteStore(folderLock, writes, readers, new SqliteQueues(writes, readers));
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Finishes the writes under way, then gives the data folder free.</summary>
    public async ValueTask DisposeAsync()
    {
        await writes.DisposeAsync();
        readers.Dispose();
        folderLock.Dispose();
    }
}
