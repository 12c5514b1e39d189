namespace Notifier.Cli.CommandLine;

/// <summary>Ends a command with a message for the person at the keyboard: what is wrong, and how to mend it.</summary>
public sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static CommandException BadInput(string message) => new(CommandLine.ExitCode.BadInput, message);

    public static CommandException Failed(string message) => new(CommandLine.ExitCode.Failed, message);
}
