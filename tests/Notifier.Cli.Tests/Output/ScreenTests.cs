using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Testing;
using Spectre.Console;

namespace Notifier.Cli.Tests.Output;

public sealed class ScreenTests
{
    private const char Escape = '\u001b';

    [Fact]
    public void A_pipe_gets_no_colors_and_no_cursor_moves()
    {
        var output = new StringWriter();
        var screen = new Screen(output, new StringWriter(), ScreenTraits.Plain);

        screen.Human.Write(new Text("overdue", Colors.Of(DueDates.DueStatus.Overdue)));

        Assert.Equal("overdue", output.ToString());
        Assert.False(screen.Human.Profile.Capabilities.Interactive);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public async Task Text_fits_a_narrow_terminal(int width)
    {
        using var folder = new TempFolder();
        new TinyDistrict().Add("plan-dates.csv", "P2,iepMeetingHeld,2026-02-30,").Write(folder.Path);
        var output = new StringWriter();

        await NotifierProgram.RunAsync(
            ["check", folder.Path],
            new Screen(output, new StringWriter(), ScreenTraits.Plain with { Width = width }),
            new FakeClock(CliRun.Morning),
            CancellationToken.None);

        Assert.All(output.ToString().Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
    }

    [Fact]
    public async Task A_real_process_that_is_piped_writes_no_escapes_and_json_alone_on_standard_output()
    {
        using var folder = new TempFolder();
        new TinyDistrict { State = "WY" }.Add("plan-dates.csv", "P2,iepMeetingHeld,2026-02-30,").Write(folder.Path);

        var json = await CliProcess.Run(["due", folder.Path, "--as-of", "2026-11-03", "--format", "json"]);
        var text = await CliProcess.Run(["due", folder.Path, "--as-of", "2026-11-03"], ("NO_COLOR", "1"));

        Assert.Equal((2, 2), (json.ExitCode, text.ExitCode));
        using var parsed = System.Text.Json.JsonDocument.Parse(json.Output);
        Assert.DoesNotContain(Escape, json.Output + json.Error + text.Output + text.Error);
        Assert.Contains("WY", json.Error, StringComparison.Ordinal);
    }
}
