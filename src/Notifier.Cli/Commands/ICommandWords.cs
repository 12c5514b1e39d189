using System.CommandLine;

namespace Notifier.Cli.Commands;

/// <summary>One command of the program: its words, and an example that works.</summary>
public interface ICommandWords
{
    Command Command { get; }

    string Example { get; }

    /// <summary>What 0, 1 and 2 mean here.</summary>
    string ExitCodes { get; }
}
