namespace Notifier.Cli.Scheduling;

/// <summary>A function called for each message of a queue.</summary>
public sealed record QueueFunction(FunctionCall Call, string Queue)
{
    public string Name => Call.Name;
}
