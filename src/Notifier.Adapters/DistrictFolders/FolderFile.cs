namespace Notifier.Adapters.DistrictFolders;

/// <summary>Opens a file of the folder, and tells a missing one from one that may not be read.</summary>
internal static class FolderFile
{
    public const string Denied = "the file cannot be read: access is denied";

    public const string DeniedRemedy = "Let the account that runs notifier open the folder and read its files";

    /// <summary>Asks by opening: whoever may not look into a folder is told that no file of it exists.</summary>
    /// <returns>Null: the file is missing, or, when <paramref name="denied"/> is true, may not be read.</returns>
    public static FileStream? Open(string path, out bool denied)
    {
        denied = false;
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            denied = true;
            return null;
        }
    }
}
