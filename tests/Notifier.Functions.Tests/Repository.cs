namespace Notifier.Functions.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Notifier.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Notifier.sln is not above the tests.");
        }

        return folder.FullName;
    }
}
