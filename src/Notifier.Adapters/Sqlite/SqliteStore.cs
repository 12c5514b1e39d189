using NodaTime;
using Notifier.Application.Queues;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>
/// The store of the one-machine home: tables and queues in one SQLite file. One process at a time owns it, which is to
/// say runs it; others may join to import or to look. What a completed task has written is on the disk, and survives the
/// process being killed at any moment.
/// </summary>
public sealed class SqliteStore : IAsyncDisposable
{
    private readonly DataFolderLock? folderLock;
    private readonly WriteThread writes;
    private readonly ReaderPool readers;

    private SqliteStore(DataFolderLock? folderLock, WriteThread writes, ReaderPool readers, SqliteQueues queues)
    {
        (this.folderLock, this.writes, this.readers) = (folderLock, writes, readers);
        Tables = new SqliteTables(writes, readers);
        Queues = queues;
    }

    public IEntityTables Tables { get; }

    public SqliteQueues Queues { get; }

    /// <summary>Opens it as its owner: messages that an earlier owner had in hand are free again.</summary>
    /// <param name="dataFolder">Made if it is not there.</param>
    /// <param name="clock">For the queue's memory of message ids.</param>
    /// <param name="rules">How queues behave; null: as in Azure.</param>
    /// <exception cref="StoreException">The folder cannot be used; says why and what to do.</exception>
    public static SqliteStore Open(string dataFolder, IClock clock, QueueRules? rules = null) =>
        Open(dataFolder, clock, rules, mostPages: null);

    /// <summary>Opens it beside its owner, if it has one: to write plan dates, to send messages or to look, not to handle messages.</summary>
    /// <param name="dataFolder">Made if it is not there.</param>
    /// <param name="clock">For the queue's memory of message ids.</param>
    /// <param name="rules">How queues behave; null: as in Azure.</param>
    /// <exception cref="StoreException">The folder cannot be used; says why and what to do.</exception>
    public static SqliteStore Join(string dataFolder, IClock clock, QueueRules? rules = null) =>
        Open(DataFolder.Make(dataFolder), folderLock: null, clock, rules, mostPages: null);

    /// <param name="dataFolder">Made if it is not there.</param>
    /// <param name="clock">For the queue's memory of message ids.</param>
    /// <param name="rules">How queues behave; null: as in Azure.</param>
    /// <param name="mostPages">Stands for a full disk in tests: the file cannot grow beyond so many pages.</param>
    internal static SqliteStore Open(string dataFolder, IClock clock, QueueRules? rules, long? mostPages)
    {
        var folderLock = DataFolderLock.Take(dataFolder);
        try
        {
            return Open(folderLock.Folder, folderLock, clock, rules, mostPages);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    private static SqliteStore Open(string folder, DataFolderLock? folderLock, IClock clock, QueueRules? rules, long? mostPages)
    {
        var file = new StoreFile(Path.Combine(folder, StoreFile.Name));
        var writer = file.OpenForWriting(clock, rules ?? QueueRules.Default, isOwner: folderLock is not null, mostPages);
        var writes = new WriteThread(writer, file);
        var readers = new ReaderPool(file);
        return new SqliteStore(folderLock, writes, readers, new SqliteQueues(writes, readers, clock));
    }

    /// <summary>Finishes the writes under way, then gives the data folder free.</summary>
    public async ValueTask DisposeAsync()
    {
        await writes.DisposeAsync();
        readers.Dispose();
        folderLock?.Dispose();
    }
}
