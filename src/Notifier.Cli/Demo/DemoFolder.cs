using Notifier.Cli.CommandLine;

namespace Notifier.Cli.Demo;

/// <summary>Where a demo lives. Its folder bears a mark, so that a demo made anew removes only what a demo has made.</summary>
public sealed class DemoFolder
{
    private const string MarkName = "notifier-demo.txt";

    private DemoFolder(string path) => Root = path;

    public string Root { get; }

    /// <summary>The sample district's folder.</summary>
    public string District => Path.Combine(Root, "district");

    /// <summary>The store, and in it the outbox.</summary>
    public string Store => Path.Combine(Root, "data");

    /// <summary>An empty folder for a demo.</summary>
    /// <returns>The folder, and whether an earlier demo had to give way.</returns>
    /// <exception cref="CommandException">It holds something that no demo made, or cannot be written to.</exception>
    public static (DemoFolder Folder, bool ReplacesEarlier) Prepare(string path)
    {
        var folder = new DemoFolder(Path.GetFullPath(path));
        var mark = Path.Combine(folder.Root, MarkName);
        try
        {
            var earlier = File.Exists(mark);
            if (!earlier && (File.Exists(folder.Root) || (Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any())))
            {
                throw CommandException.BadInput(
                    $"{folder.Root} holds something that is no demo, and a demo would overwrite it. Name an empty or new folder with --out.");
            }

            Directory.CreateDirectory(folder.Root);
            File.WriteAllText(mark, "Made by 'notifier demo'. The next demo with this folder removes 'district' and 'data'.\n");
            Remove(folder.District);
            Remove(folder.Store);
            return (folder, earlier);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failed($"{folder.Root} cannot be used: {cause.Message} Name another folder with --out.");
        }
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
