using System.CommandLine;
using System.CommandLine.Help;
using NodaTime;
using Notifier.Application.Storage;
using Notifier.Cli.Commands;
using Notifier.Cli.Output;
using Notifier.Functions.Settings;

namespace Notifier.Cli.CommandLine;

/// <summary>Reads the words, runs the command, and turns what went wrong into a message and an exit code.</summary>
public static class NotifierProgram
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, Screen screen, IClock clock, CancellationToken cancellationToken)
    {
        var commands = AllCommands.For(screen, clock);
        var parsed = Root(commands).Parse(args);
        if (parsed.Errors.Count > 0 || parsed.UnmatchedTokens.Count > 0)
        {
            await screen.Error.WriteLineAsync(BadUsage.Explain(parsed, commands));
            return ExitCode.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(
                new()
                {
                    Output = screen.Output,
                    Error = screen.Error,
                    EnableDefaultExceptionHandler = false,
                    // Who stops the program says so by the token.
                    ProcessTerminationTimeout = null,
                },
                cancellationToken);
        }
        catch (CommandException failure)
        {
            await screen.Error.WriteLineAsync($"notifier: {failure.Message}");
            return failure.ExitCode;
        }
        catch (SettingException wrong)
        {
            await screen.Error.WriteLineAsync($"notifier: {wrong.Message}");
            return ExitCode.BadInput;
        }
        catch (StoreException failure)
        {
            await screen.Error.WriteLineAsync($"notifier: {failure.Problem} ({failure.Place})\n          {failure.Remedy}");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            await screen.Error.WriteLineAsync("notifier: stopped. Start it again: it goes on where it stopped.");
            return ExitCode.Failed;
        }
        catch (Exception unexpected)
        {
            await screen.Error.WriteLineAsync(
                $"notifier: it failed in a way nobody foresaw. What was stored is safe; start it again. If it stays, report this:\n{unexpected}");
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root(IReadOnlyList<ICommandWords> commands)
    {
        var root = new RootCommand(
            """
            Tells families and case managers what is due for a child's IEP or Section 504 plan, and never misses one.

            Start with: notifier demo
            """);
        root.SetAction(int (_) => throw CommandException.BadInput(BadUsage.NoCommand(commands)));
        foreach (var words in commands)
        {
            root.Add(words.Command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExitCodes((HelpAction)help.Action!, commands);

        return root;
    }
}
