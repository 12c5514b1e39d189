namespace Notifier.Cli.Tests.CommandLine;

public sealed class BadUsageTests
{
    [Theory]
    [InlineData("No command was given", "Commands: demo, check, due, rates, explain, import, run,")]
    [InlineData("'chekc' is no command. Did you mean 'check'?", "notifier --help", "chekc", "somewhere")]
    [InlineData("Option '--as-of' is required", "Example: notifier due ./my-district --as-of", "due", "somewhere")]
    [InlineData("--as-of '17.11.2026' is not a date written year-month-day", "Example: notifier due", "due", "x", "--as-of", "17.11.2026")]
    [InlineData("--as-of '2026-02-30' is not a date", "Example: notifier due", "due", "x", "--as-of", "2026-02-30")]
    [InlineData("'--as-off' is no option of 'due'. Did you mean '--as-of'?", "notifier due --help", "due", "x", "--as-off", "2026-11-17")]
    [InlineData("--at '2026-11-17T08:30' is not a moment with its offset", "Example: notifier run", "run", "--data", "x", "--once", "--at", "2026-11-17T08:30")]
    [InlineData("--at 'tomorrow' is not a moment with its offset", "Example: notifier run", "run", "--data", "x", "--once", "--at", "tomorrow")]
    [InlineData("--format is 'text' or 'json', not 'xml'", "Example: notifier due", "due", "x", "--as-of", "2026-11-17", "--format", "xml")]
    public async Task Says_what_is_wrong_and_how_to_mend_it(string wrong, string remedy, params string[] args)
    {
        var run = await CliRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(wrong, run.Error, StringComparison.Ordinal);
        Assert.Contains(remedy, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("due", "--help")]
    public async Task Help_is_output_and_no_error(params string[] args)
    {
        var run = await CliRun.Of(args);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains("Exit codes: 0", run.Output, StringComparison.Ordinal);
    }
}
