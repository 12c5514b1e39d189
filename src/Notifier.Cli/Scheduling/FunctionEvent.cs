namespace Notifier.Cli.Scheduling;

/// <summary>One call of a function ended; for whoever watches.</summary>
public sealed record FunctionEvent(string Function, FunctionEventKind Kind);

/// <summary>How a call of a function ended.</summary>
public enum FunctionEventKind
{
    Succeeded,

    /// <summary>It threw; a message is delivered again, a timer called again at its next time.</summary>
    Failed,

    /// <summary>It threw at the last delivery allowed; the message waits for a person.</summary>
    SetAside,
}
