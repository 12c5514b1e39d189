using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

public sealed class AcknowledgeCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_overdue_is_recorded_once_with_who_and_when()
    {
        await ImportAsync();

        var first = await AcknowledgeAsync("--plan", "P1", "--obligation", "initial-evaluation");
        var again = await AcknowledgeAsync("--plan", "P1", "--obligation", "initial-evaluation");
        var evidence = await CliRun.Of("evidence", "--data", folder.File("store"), "--student", "S1", "--format", "json");

        Assert.Equal((0, 0, 0), (first.ExitCode, again.ExitCode, evidence.ExitCode));
        Assert.Contains("of plan P1, due Fri 2025-12-26: acknowledged.", Words(first), StringComparison.Ordinal);
        Assert.Contains("acknowledged before; the first time counts.", Words(again), StringComparison.Ordinal);
        Assert.Equal(2, evidence.Output.Split("utyAcknowledged").Length);
        Assert.Contains("by=T1", evidence.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no plan 'P9'", "--plan", "P9")]
    [InlineData("nothing of 'annual-review' is overdue of plan 'P1'", "--plan", "P1", "--obligation", "annual-review")]
    [InlineData("no member of staff 'T9'", "--plan", "P1", "--by", "T9")]
    public async Task What_cannot_be_acknowledged_is_bad_input(string says, params string[] words)
    {
        await ImportAsync();

        var run = await AcknowledgeAsync(words);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    private async Task ImportAsync()
    {
        Directory.CreateDirectory(folder.File("district"));
        new TinyDistrict().Write(folder.File("district"));
        Assert.Equal(0, (await CliRun.Of("import", folder.File("district"), "--data", folder.File("store"))).ExitCode);
    }

    private Task<CliRun> AcknowledgeAsync(params string[] words) => CliRun.Of(["acknowledge", "--data", folder.File("store"), .. words]);

    private static string Words(CliRun run) => string.Join(' ', (run.Output + run.Error).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
