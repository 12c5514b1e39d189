namespace Notifier.Cli.CommandLine;

/// <summary>What a command tells the shell.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something that should have worked did not.</summary>
    public const int Failed = 1;

    /// <summary>The words of the command or the district's files must be mended. What was good was still handled.</summary>
    public const int BadInput = 2;
}
