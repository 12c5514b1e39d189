using NodaTime;
using Notifier.Cli.CommandLine;
using Notifier.Cli.Output;
using Notifier.Testing;

namespace Notifier.Cli.Tests;

/// <summary>One command run inside the test's own process, its output caught.</summary>
public sealed record CliRun(int ExitCode, string Output, string Error)
{
    /// <summary>The morning of the sample's day: half past eight in Chicago.</summary>
    public static Instant Morning { get; } = Instant.FromUtc(2026, 11, 17, 14, 30);

    public static async Task<CliRun> Of(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        var exitCode = await NotifierProgram.RunAsync(
            args, new Screen(output, error, ScreenTraits.Plain), new FakeClock(Morning), CancellationToken.None);

        return new(exitCode, output.ToString(), error.ToString());
    }
}
