using Microsoft.Data.Sqlite;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>
/// Copies a store while it is in use: the copy is one moment of it, whole, by SQLite's online backup
/// (<see href="https://sqlite.org/backup.html"/>). A plain copy of the files of a store that is in use is not.
/// </summary>
public static class SqliteBackup
{
    /// <param name="dataFolder">Holds a store.</param>
    /// <param name="target">The file to be; it appears under this name when it is whole and was checked.</param>
    /// <exception cref="StoreException">The store cannot be read, the copy not written, or what was copied is damaged.</exception>
    public static void Write(string dataFolder, string target)
    {
        var source = Path.Combine(Path.GetFullPath(dataFolder), StoreFile.Name);
        var unfinished = target + ".unfinished";
        try
        {
            File.Delete(unfinished);
            Copy(source, unfinished);
            if (!OperatingSystem.IsWindows())
            {
                // It holds names, addresses and telephone numbers of children.
                File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(unfinished, target, overwrite: true);
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.Explain(fault, IsAboutTarget(fault) ? target : source);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DataFolder.NotWritable(Path.GetDirectoryName(target)!, cause);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void Copy(string source, string target)
    {
        using (var from = new StoreFile(source).OpenForReading())
        using (var to = Open(target))
        {
            from.BackupDatabase(to);
            // One file alone, without the write-ahead log that the mode of the original would bring.
            Execute(to, "PRAGMA journal_mode = DELETE");
            if (Execute(to, "PRAGMA quick_check") is not "ok" and var damage)
            {
                throw new StoreException(
                    $"The store is damaged, and so is its copy: {damage}", source, "Bring the store back from an earlier backup.");
            }
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static string? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }

    // Full, or not to be opened for writing: the store itself is only read.
    private static bool IsAboutTarget(SqliteException fault) => fault.SqliteErrorCode is 13 or 14 or 8;
}
