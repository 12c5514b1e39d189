using System.Text.Json;
using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

public sealed class ProblemsCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task For_programs_each_open_problem_is_one_entry_with_ids_moment_and_remedy()
    {
        await ImportWithARejectedContactAsync();

        var run = await CliRun.Of("problems", "--data", folder.File("store"), "--format", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var problem = Assert.Single(
            JsonDocument.Parse(run.Output).RootElement.EnumerateArray(), one => one.GetProperty("kind").GetString() == "rowsLeftOut");
        Assert.Equal(("S1", "T1"), (problem.GetProperty("studentId").GetString(), problem.GetProperty("ownerId").GetString()));
        Assert.StartsWith("2026-", problem.GetProperty("openedAt").GetString(), StringComparison.Ordinal);
        Assert.Contains("contacts.csv", problem.GetProperty("what").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("remedy").GetString()!);
        Assert.Equal(32, problem.GetProperty("problemId").GetString()!.Length);
    }

    [Fact]
    public async Task Nothing_open_is_an_empty_list()
    {
        new TinyDistrict().Write(Directory.CreateDirectory(folder.File("district")).FullName);
        await CliRun.Of("import", folder.File("district"), "--data", folder.File("store"));

        var run = await CliRun.Of("problems", "--data", folder.File("store"), "--format", "json");

        Assert.Equal(0, JsonDocument.Parse(run.Output).RootElement.GetArrayLength());
    }

    private async Task ImportWithARejectedContactAsync()
    {
        var district = Directory.CreateDirectory(folder.File("district")).FullName;
        new TinyDistrict().Write(district);
        var contacts = Path.Combine(district, "contacts.csv");
        var lines = await File.ReadAllLinesAsync(contacts);
        await File.WriteAllLinesAsync(contacts, [.. lines, lines[1].Replace("C1", "C9", StringComparison.Ordinal).Replace("+1512555", "+1", StringComparison.Ordinal)]);
        await CliRun.Of("import", district, "--data", folder.File("store"), "--confirm");
        await CliRun.Of("run", "--once", "--data", folder.File("store"));
    }
}
