using Notifier.Cli.CommandLine;
using Notifier.Cli.Demo;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Demo;

public sealed class DemoFolderTests
{
    [Fact]
    public void A_second_demo_replaces_the_first_and_nothing_else()
    {
        using var temp = new TempFolder();
        var (first, replacesFirst) = DemoFolder.Prepare(temp.File("demo"));
        Directory.CreateDirectory(first.Store);
        File.WriteAllText(Path.Combine(first.Store, "old"), "");
        File.WriteAllText(Path.Combine(first.Root, "my-notes.txt"), "kept");

        var (second, replacesSecond) = DemoFolder.Prepare(temp.File("demo"));

        Assert.False(replacesFirst);
        Assert.True(replacesSecond);
        Assert.False(Directory.Exists(second.Store));
        Assert.True(File.Exists(Path.Combine(second.Root, "my-notes.txt")));
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_left_alone()
    {
        using var temp = new TempFolder();
        File.WriteAllText(temp.File("thesis.txt"), "mine");

        var refused = Assert.Throws<CommandException>(() => DemoFolder.Prepare(temp.Path));

        Assert.Equal(ExitCode.BadInput, refused.ExitCode);
        Assert.Contains("--out", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Directory.EnumerateFileSystemEntries(temp.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_is_no_folder_for_a_demo()
    {
        using var temp = new TempFolder();
        File.WriteAllText(temp.File("demo"), "");

        Assert.Throws<CommandException>(() => DemoFolder.Prepare(temp.File("demo")));
    }
}
