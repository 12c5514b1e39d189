namespace Notifier.Application.Runs;

/// <summary>What was done since the count began.</summary>
public sealed record RunSummary
{
    /// <summary>Students whose due dates were computed anew.</summary>
    public int Refreshed { get; init; }

    /// <summary>Due dates that moved.</summary>
    public int Moved { get; init; }

    /// <summary>Reminders put on the queue.</summary>
    public int Raised { get; init; }

    /// <summary>Notices a channel took.</summary>
    public int Sent { get; init; }

    /// <summary>Notices put off to the next allowed hour or the next try.</summary>
    public int Deferred { get; init; }

    /// <summary>Notices of which it is certain that they did not go out and will not.</summary>
    public int NotSent { get; init; }

    /// <summary>Attempts held because their outcome is not known.</summary>
    public int Held { get; init; }

    /// <summary>Held attempts whose outcome was found out.</summary>
    public int Settled { get; init; }

    /// <summary>Notices and whole reminders that were not true or not allowed any more, by reason.</summary>
    public IReadOnlyDictionary<string, int> Withheld { get; init; } = new Dictionary<string, int>();

    /// <summary>Problems opened, by kind.</summary>
    public IReadOnlyDictionary<string, int> Problems { get; init; } = new Dictionary<string, int>();
}
