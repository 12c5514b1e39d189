using System.Globalization;

namespace Notifier.Cli.Output;

/// <summary>What is known about the place a command writes to.</summary>
/// <param name="OutputIsTerminal">Standard output is a terminal, not a file or a pipe.</param>
/// <param name="ErrorIsTerminal">Standard error is one.</param>
/// <param name="Colors">Nobody asked for none (<c>NO_COLOR</c>).</param>
/// <param name="Width">Columns to draw in.</param>
public sealed record ScreenTraits(bool OutputIsTerminal, bool ErrorIsTerminal, bool Colors, int Width)
{
    private const int WidthOfPipe = 100;

    private const int LeastWidth = 60;

    /// <summary>A file or a pipe: no colors, no cursor.</summary>
    public static ScreenTraits Plain { get; } = new(false, false, false, WidthOfPipe);

    public static ScreenTraits OfThisProcess()
    {
        var outputIsTerminal = !Console.IsOutputRedirected;
        return new(
            outputIsTerminal,
            !Console.IsErrorRedirected,
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Math.Max(LeastWidth, outputIsTerminal ? Console.WindowWidth : WidthOfAPipe()));
    }

    private static int WidthOfAPipe() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns)
            ? columns
            : WidthOfPipe;
}
