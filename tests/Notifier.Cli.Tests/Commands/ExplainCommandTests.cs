using Notifier.Testing;

namespace Notifier.Cli.Tests.Commands;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Says_in_sentences_from_which_day_what_was_counted_under_which_law()
    {
        new TinyDistrict().Write(folder.Path);

        var run = await CliRun.Of("explain", folder.Path, "--plan", "P1", "--as-of", "2025-11-03");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Plan P1 (evaluation) of student S1, as of Mon 2025-11-03", run.Output, StringComparison.Ordinal);
        Assert.Contains("Due Fri 2025-12-26: upcoming.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Last day of school on or before it: Fri 2025-12-19.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Law: 34 CFR 300.301(c)(1)", run.Output, StringComparison.Ordinal);
        Assert.Contains("1. ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_same_as_of_due_for_this_plan()
    {
        new TinyDistrict().Write(folder.Path);

        var explained = await CliRun.Of("explain", folder.Path, "--plan", "P2", "--as-of", "2026-11-03", "--format", "json");
        var due = await CliRun.Of("due", folder.Path, "--plan", "P2", "--as-of", "2026-11-03", "--format", "json");

        Assert.Equal(due.Output, explained.Output);
    }

    [Fact]
    public async Task An_unknown_plan_is_bad_input_and_the_nearest_ids_are_named()
    {
        new TinyDistrict().Write(folder.Path);

        var run = await CliRun.Of("explain", folder.Path, "--plan", "p1", "--as-of", "2026-11-03");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Nearest: P1", run.Error, StringComparison.Ordinal);
    }
}
