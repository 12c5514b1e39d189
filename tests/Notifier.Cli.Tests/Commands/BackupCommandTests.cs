using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

public sealed class BackupCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_copy_put_in_the_place_of_a_lost_store_holds_what_it_held()
    {
        await ImportAsync();
        var before = await CliRun.Of("due", "--data", folder.File("store"), "--as-of", "2026-11-17", "--format", "json");

        var backup = await CliRun.Of("backup", "--data", folder.File("store"), "--to", folder.File("copies"));

        Assert.Equal(0, backup.ExitCode);
        var copy = Assert.Single(Directory.GetFiles(folder.File("copies")));
        Assert.Contains(copy, backup.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
        }

        Directory.Delete(folder.File("store"), recursive: true);
        Directory.CreateDirectory(folder.File("store"));
        File.Copy(copy, folder.File("store/notifier.db"));
        var after = await CliRun.Of("due", "--data", folder.File("store"), "--as-of", "2026-11-17", "--format", "json");
        Assert.Equal((0, before.Output), (after.ExitCode, after.Output));
    }

    [Fact]
    public async Task Of_many_copies_the_latest_are_kept()
    {
        await ImportAsync();
        var copies = Directory.CreateDirectory(folder.File("copies")).FullName;
        foreach (var day in (string[])["20250101", "20250102", "20250103"])
        {
            await File.WriteAllTextAsync(Path.Combine(copies, $"notifier-{day}T000000Z.db"), day);
        }

        await File.WriteAllTextAsync(Path.Combine(copies, "other.db"), "not ours");

        var backup = await CliRun.Of("backup", "--data", folder.File("store"), "--to", copies, "--keep", "2");

        Assert.Equal(0, backup.ExitCode);
        Assert.Contains("2 older copies were deleted.", backup.Output + backup.Error, StringComparison.Ordinal);
        var left = Directory.GetFiles(copies).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(3, left.Count);
        Assert.Equal("notifier-20250103T000000Z.db", left[0]);
        Assert.Equal("other.db", left[2]);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said()
    {
        await ImportAsync();
        await File.WriteAllTextAsync(folder.File("copies"), "a file");

        var backup = await CliRun.Of("backup", "--data", folder.File("store"), "--to", folder.File("copies/deep"));

        Assert.Equal(1, backup.ExitCode);
        Assert.Contains("Name a folder this user may write to", backup.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_in_the_name_of_an_imported_folder_makes_no_store()
    {
        var import = await CliRun.Of("import", folder.File("nowhere"), "--data", folder.File("store"));

        Assert.Equal(2, import.ExitCode);
        Assert.Contains("there is no folder", import.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("store")));
    }

    private async Task ImportAsync()
    {
        Directory.CreateDirectory(folder.File("district"));
        new TinyDistrict().Write(folder.File("district"));
        Assert.Equal(0, (await CliRun.Of("import", folder.File("district"), "--data", folder.File("store"))).ExitCode);
    }
}
