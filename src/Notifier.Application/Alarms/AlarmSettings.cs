using NodaTime;

namespace Notifier.Application.Alarms;

/// <summary>Whom the watchman tells, and when it is time.</summary>
public sealed record AlarmSettings
{
    /// <summary>The mailbox that needs no store to be known; empty: only the districts' own contacts are told.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>The same message first in its queue for so long is a sign that nobody takes messages.</summary>
    public Duration OldestMessage { get; init; } = Duration.FromMinutes(55);

    /// <summary>The same alarm is not raised again sooner, by one process.</summary>
    public Duration Again { get; init; } = Duration.FromHours(6);
}
