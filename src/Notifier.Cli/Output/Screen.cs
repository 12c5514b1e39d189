using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>
/// Where a command writes: results to <see cref="Output"/>, notes and progress to <see cref="Error"/>. The consoles that
/// draw tables are made when first used: a command that prints JSON pays nothing for them.
/// </summary>
public sealed class Screen(TextWriter output, TextWriter error, ScreenTraits traits)
{
    private readonly Lazy<IAnsiConsole> human = new(() => Console(output, traits.OutputIsTerminal, traits));

    private readonly Lazy<IAnsiConsole> notes = new(() => Console(error, traits.ErrorIsTerminal, traits));

    public TextWriter Output => output;

    public TextWriter Error => error;

    /// <summary>Results for people, on standard output.</summary>
    public IAnsiConsole Human => human.Value;

    /// <summary>Notes and progress, on standard error.</summary>
    public IAnsiConsole Notes => notes.Value;

    public static Screen OfThisProcess() => new(System.Console.Out, System.Console.Error, ScreenTraits.OfThisProcess());

    private static IAnsiConsole Console(TextWriter writer, bool isTerminal, ScreenTraits traits)
    {
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(isTerminal ? writer : new TrimmedLines(writer)),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && traits.Colors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Width = traits.Width;
        return console;
    }
}
