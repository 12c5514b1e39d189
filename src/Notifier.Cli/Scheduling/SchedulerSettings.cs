using NodaTime;

namespace Notifier.Cli.Scheduling;

/// <summary>How the one-machine home works through its queues and timers.</summary>
public sealed record SchedulerSettings
{
    /// <summary>
    /// Calls under way at once per queue. Many, because the store gathers their writes into one commit, and because a
    /// provider takes some 150 ms over each message: 64 are some 400 messages a second.
    /// </summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>A call is cancelled after this time; as host.json says for the Azure home.</summary>
    public Duration CallLimit { get; init; } = Duration.FromMinutes(10);

    /// <summary>How often an empty queue and the clock are looked at.</summary>
    public Duration Poll { get; init; } = Duration.FromMilliseconds(250);

    /// <summary>How long calls under way may take to end when the home is stopped.</summary>
    public Duration Grace { get; init; } = Duration.FromSeconds(10);

    /// <summary>A message may wait for one call before its own, so a lock outlives two.</summary>
    public Duration Lock => CallLimit + CallLimit + Duration.FromMinutes(1);
}
