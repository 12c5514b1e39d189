using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Notifier.Cli.Output;

/// <summary>Long work, step by step: a moving line on a terminal, and one line per finished step everywhere.</summary>
public sealed class Steps(IAnsiConsole console)
{
    private readonly Stopwatch total = Stopwatch.StartNew();

    /// <summary>Since the first step began.</summary>
    public TimeSpan Elapsed => total.Elapsed;

    /// <param name="title">What is being done: <c>Importing</c>.</param>
    /// <param name="work">The work. It may say how far it is, and returns what became of it in a few words.</param>
    public async Task RunAsync(string title, Func<Action<string>, Task<string>> work)
    {
        var step = Stopwatch.StartNew();
        var outcome = console.Profile.Capabilities.Interactive
            ? await console.Status().StartAsync(
                Markup.Escape(title), status => work(progress => status.Status(Markup.Escape($"{title}: {progress}"))))
            : await work(_ => { });

        var seconds = step.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        console.Write(new Text($"{title}: ", Colors.Heading));
        console.Write(new Text($"{outcome} ({seconds} s)\n"));
    }
}
