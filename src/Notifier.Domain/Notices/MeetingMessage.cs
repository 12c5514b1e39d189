using NodaTime;

namespace Notifier.Notices;

/// <summary>How a notice speaks of a meeting.</summary>
public sealed record MeetingMessage
{
    public required MeetingNews News { get; init; }

    /// <summary>The same for every notice of this meeting, also after it moved.</summary>
    public required string Uid { get; init; }

    /// <summary>Grows with every change that is told: RFC 5545 calls it SEQUENCE.</summary>
    public required int Revision { get; init; }

    /// <summary>The day the person was told before; null in an invitation.</summary>
    public LocalDate? ToldOn { get; init; }

    /// <summary>The moment of the attempt, for the calendar file.</summary>
    public required Instant At { get; init; }
}
