namespace Notifier.Testing;

/// <summary>Where the sources are: tests compare documents and settings with code.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <param name="parts">The path below the root.</param>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Notifier.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"Notifier.sln is not above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
