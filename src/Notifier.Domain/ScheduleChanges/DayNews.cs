using NodaTime;

namespace Notifier.ScheduleChanges;

/// <summary>What one person is to hear about one day.</summary>
public sealed record DayNews
{
    public required DayTone Tone { get; init; }

    /// <summary>Not earlier; hours in which no texts are sent may make it later.</summary>
    public required Instant At { get; init; }

    /// <summary>Everything that is different and has not begun; empty: the day is normal after all.</summary>
    public required IReadOnlyList<ScheduleChange> Changes { get; init; }

    /// <summary>What the person knows once it was said.</summary>
    public required ToldDay Tells { get; init; }
}
