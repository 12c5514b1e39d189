using System.Diagnostics.Metrics;

namespace Notifier.Application.Runs;

/// <summary>What the flow does, in numbers for whoever watches it.</summary>
public static class FlowMeter
{
    public const string Name = "Notifier";

    private static readonly Meter Meter = new(Name);

    /// <summary>Students whose due dates were computed anew.</summary>
    public static Counter<long> Refreshed { get; } = Meter.CreateCounter<long>("notifier.students.refreshed");

    public static Counter<long> Raised { get; } = Meter.CreateCounter<long>("notifier.reminders.raised");

    /// <summary>Attempts by the state they led to.</summary>
    public static Counter<long> Attempted { get; } = Meter.CreateCounter<long>("notifier.notices.attempted");

    public static Counter<long> Withheld { get; } = Meter.CreateCounter<long>("notifier.notices.withheld");

    public static Counter<long> Settled { get; } = Meter.CreateCounter<long>("notifier.attempts.settled");

    /// <summary>Problems that need a person, by kind.</summary>
    public static Counter<long> Problems { get; } = Meter.CreateCounter<long>("notifier.problems.opened");
}
