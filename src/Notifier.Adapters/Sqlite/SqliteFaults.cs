using Microsoft.Data.Sqlite;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>Says in words what SQLite answers as a number (<see href="https://sqlite.org/rescode.html"/>).</summary>
internal static class SqliteFaults
{
    public static StoreException Explain(SqliteException fault, string path) => fault.SqliteErrorCode switch
    {
        13 => new StoreException(
            "The disk is full.",
            path,
            "Free some space and start again; everything confirmed before is kept.",
            fault),
        11 or 26 => new StoreException(
            "The store's file is damaged, or is no store of Notifier.",
            path,
            "Bring the store back from a copy that 'notifier backup' made, or name another folder.",
            fault),
        8 or 14 or 23 or 3 => new StoreException(
            "The store's file cannot be opened for writing.",
            path,
            "Let this user read and write the data folder and everything in it.",
            fault),
        5 or 6 => new StoreException(
            "Another program has locked the store's file.",
            path,
            "Close it (a database browser, a backup) and start again.",
            fault),
        10 => new StoreException(
            $"The store's file could not be read or written (SQLite {fault.SqliteExtendedErrorCode}).",
            path,
            "Look at the disk and the folder's permissions, then start again; everything confirmed before is kept.",
            fault),
        _ => new StoreException(
            $"The store failed: {fault.Message}", path, "Start again; if it stays, report it with this text.", fault),
    };
}
