using Notifier.Application.Storage;

namespace Notifier.Adapters.Sqlite;

/// <summary>The folder that a store lives in.</summary>
internal static class DataFolder
{
    /// <returns>The full path of the folder, which is there now.</returns>
    /// <exception cref="StoreException">It is no folder, or cannot be made.</exception>
    public static string Make(string dataFolder)
    {
        var folder = Path.GetFullPath(dataFolder);
        if (File.Exists(folder))
        {
            throw new StoreException(
                "The data folder is a file.", folder, "Name a folder; it is made if it is not there.");
        }

        try
        {
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(folder, cause);
        }
    }

    public static StoreException NotWritable(string folder, Exception cause) => new(
        $"The data folder cannot be written to: {cause.Message}",
        folder,
        "Let this user write there, free some space, or name another folder.",
        cause);
}
