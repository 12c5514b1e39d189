using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Notifier.Cli.Commands;

namespace Notifier.Cli.CommandLine;

/// <summary>The usual help, then what the command's exit codes mean and an example.</summary>
public sealed class HelpWithExitCodes(HelpAction usual, IReadOnlyList<ICommandWords> commands) : SynchronousCommandLineAction
{
    // Help is asked for in spite of whatever else is wrong with the line.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var words = commands.FirstOrDefault(known => known.Command == parseResult.CommandResult.Command);
        parseResult.InvocationConfiguration.Output.WriteLine(words is null
            ? "Exit codes: 0 done, 1 failed, 2 bad usage or bad input."
            : $"Exit codes: {words.ExitCodes}\nExample:    {words.Example}");
        return result;
    }
}
