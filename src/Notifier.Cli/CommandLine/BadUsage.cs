using System.CommandLine;
using System.CommandLine.Parsing;
using Notifier.Cli.Commands;

namespace Notifier.Cli.CommandLine;

/// <summary>Says what is wrong with the words of a command, how to mend them, and shows one that works.</summary>
public static class BadUsage
{
    public static string Explain(ParseResult parsed, IReadOnlyList<ICommandWords> commands)
    {
        var command = parsed.CommandResult.Command;
        var words = commands.FirstOrDefault(known => known.Command == command);
        string[] problems = parsed.UnmatchedTokens.Count > 0
            ? [.. parsed.UnmatchedTokens.Take(words is null ? 1 : int.MaxValue).Select(token => Unmatched(token, command))]
            : [.. parsed.Errors.Select(error => Message(error, command)).Distinct()];

        return string.Join('\n', [
            .. problems.Select(problem => $"notifier: {problem}"),
            .. words is null ? ["", "Commands: " + Names(commands)] : (string[])["", "Example: " + words.Example],
            "Help:    notifier " + (words is null ? "--help" : $"{command.Name} --help"),
        ]);
    }

    private static string Message(ParseError error, Command command) =>
        error.SymbolResult is ArgumentResult { Tokens.Count: 0, Parent: CommandResult } missing
            ? $"'{command.Name}' needs {missing.Argument.Name}: {missing.Argument.Description}"
            : error.Message;

    public static string NoCommand(IReadOnlyList<ICommandWords> commands) =>
        $"No command was given.\n\nCommands: {Names(commands)}\nHelp:    notifier --help";

    private static string Unmatched(string token, Command command)
    {
        var known = command.Subcommands.Select(sub => sub.Name)
            .Concat(command.Options.Where(option => !option.Hidden).Select(option => option.Name));
        var near = NearestWords.To(token, known);
        var what = command is RootCommand ? "command" : token.StartsWith('-') ? $"option of '{command.Name}'" : $"argument of '{command.Name}'";

        return $"'{token}' is no {what}." + (near.Count > 0 ? $" Did you mean '{string.Join("' or '", near)}'?" : "");
    }

    private static string Names(IEnumerable<ICommandWords> commands) =>
        string.Join(", ", commands.Select(words => words.Command.Name));
}
