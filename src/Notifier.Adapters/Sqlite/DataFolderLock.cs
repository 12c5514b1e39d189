using System.Globalization;
using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>Holds a data folder for this process alone; the system gives it free when the process ends, however it ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private const string LockName = "notifier.lock";

    // Apart from the lock, because nobody can read a file that is held exclusively.
    private const string HolderName = "notifier.pid";

    private readonly FileStream held;

    private DataFolderLock(string folder, FileStream held) => (Folder, this.held) = (folder, held);

    /// <summary>The full path.</summary>
    public string Folder { get; }

    /// <exception cref="StoreException">It is no folder, cannot be written to, or another process holds it.</exception>
    public static DataFolderLock Take(string dataFolder)
    {
        var folder = DataFolder.Make(dataFolder);
        try
        {
            if (TryHold(Path.Combine(folder, LockName)) is not { } held)
            {
                throw new StoreException(
                    $"The data folder is in use by another process of Notifier{Holder(folder)}.",
                    folder,
                    "Wait for it to end, or end it: only one process at a time runs a store.");
            }

            var process = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
            File.WriteAllText(Path.Combine(folder, HolderName), process);
            return new DataFolderLock(folder, held);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DataFolder.NotWritable(folder, cause);
        }
    }

    public void Dispose()
    {
        File.Delete(Path.Combine(Folder, HolderName));
        held.Dispose();
    }

    private static FileStream? TryHold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (IsHeldByAnother(held))
        {
            return null;
        }
    }

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK, which Linux (11) and macOS (35) number differently.
    private static bool IsHeldByAnother(IOException cause) =>
        OperatingSystem.IsWindows() ? (cause.HResult & 0xFFFF) == 32 : cause.HResult is 11 or 35;

    private static string Holder(string folder)
    {
        var path = Path.Combine(folder, HolderName);
        return File.Exists(path) && int.TryParse(File.ReadAllText(path), out var process) ? $" (process {process})" : "";
    }
}
