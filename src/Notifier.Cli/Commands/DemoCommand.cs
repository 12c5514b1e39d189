using System.CommandLine;
using Notifier.Cli.Demo;
using Notifier.Cli.Output;
using Notifier.Cli.Sample;

namespace Notifier.Cli.Commands;

/// <summary><c>demo [--out DIR] [--seed N]</c>: a sample district through the whole flow on this machine.</summary>
public sealed class DemoCommand : ICommandWords
{
    private readonly Option<string> output = new("--out")
    {
        Description = "Where the demo's files go. An earlier demo there is made anew.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "notifier-demo",
    };

    private readonly Option<int> seed = new("--seed")
    {
        Description = "Another number, another district.",
        HelpName = "N",
        DefaultValueFactory = _ => SampleDistrict.DefaultSeed,
    };

    public DemoCommand(Screen screen)
    {
        Command = new("demo", "Take a sample district through a whole day: what is due, and what everybody is told.") { output, seed };
        Command.SetAction((parsed, cancellationToken) =>
        {
            var (folder, replacesEarlier) = DemoFolder.Prepare(parsed.GetRequiredValue(output));
            if (replacesEarlier)
            {
                screen.Error.WriteLine($"notifier: the earlier demo in {folder.Root} is made anew.");
            }

            return new DemoShow(screen, folder, parsed.GetValue(seed)).RunAsync(cancellationToken);
        });
    }

    public Command Command { get; }

    public string Example => "notifier demo --out ./demo";

    public string ExitCodes => "0 done; 1 failed; 2 bad usage, or a folder that holds something else.";
}
