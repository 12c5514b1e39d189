using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Replies;

namespace Notifier.Application.Evidence;

/// <summary>One student's notices and evidence as they stand.</summary>
public sealed record EvidenceReading
{
    public required string DistrictId { get; init; }

    public required string StudentId { get; init; }

    /// <summary>Whether the chain is whole.</summary>
    public required EvidenceCheck Check { get; init; }

    /// <summary>In the order in which they were planned.</summary>
    public required IReadOnlyList<NoticeRow> Notices { get; init; }

    /// <summary>In the order in which they happened.</summary>
    public required IReadOnlyList<EvidenceRow> Entries { get; init; }

    /// <summary>What the family wrote back, with its words.</summary>
    public IReadOnlyList<ReplyRow> Replies { get; init; } = [];

    /// <summary>The district's, for times that people read.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;
}
