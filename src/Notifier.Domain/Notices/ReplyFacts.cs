using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>Everything a case manager is told about a text that somebody sent back.</summary>
public sealed record ReplyFacts
{
    public required District District { get; init; }

    public required Recipient Recipient { get; init; }

    public required Student Student { get; init; }

    public required Plan Plan { get; init; }

    /// <summary>Who wrote, as far as the number tells.</summary>
    public required string Contact { get; init; }

    /// <summary>What they want in a few words, naming nobody: it stands in the subject.</summary>
    public required string Said { get; init; }

    /// <summary>The same in a full sentence.</summary>
    public required string What { get; init; }

    /// <summary>What to do now, in a full sentence.</summary>
    public required string Remedy { get; init; }

    /// <summary>Their very words.</summary>
    public required string Text { get; init; }

    /// <summary>When it came, by the district's clock.</summary>
    public required LocalDateTime At { get; init; }

    /// <summary>Null: it is about no meeting.</summary>
    public LocalDate? MeetingOn { get; init; }

    public int Attachments { get; init; }

    public required LocalDate Today { get; init; }
}
