using Notifier.Cli.Sample;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Runs;

/// <summary>A small sample district, imported once; every test works on a copy of its store.</summary>
public sealed class StoredSample : IAsyncLifetime, IDisposable
{
    public const string Morning = "2026-11-17T16:30:00Z";

    private readonly TempFolder folder = new();

    private string Template => folder.File("template");

    public async Task InitializeAsync()
    {
        SampleFolder.Write(SampleDistrict.Make(seed: 5, students: 60), folder.File("district"), withMistakes: false);
        var imported = await CliRun.Of("import", folder.File("district"), "--data", Template);
        Assert.True(imported.ExitCode == 0, imported.Output + imported.Error);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    /// <summary>A store of its own, as the import left it.</summary>
    public string Copy(string name)
    {
        var copy = folder.File(name);
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(Template))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }
}
