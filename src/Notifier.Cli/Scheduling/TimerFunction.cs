namespace Notifier.Cli.Scheduling;

/// <summary>A function called by the clock.</summary>
public sealed record TimerFunction(FunctionCall Call, TimerSchedule Schedule)
{
    public string Name => Call.Name;
}
