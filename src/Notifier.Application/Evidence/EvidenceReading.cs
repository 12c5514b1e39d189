using Notifier.Application.Delivery;

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
}
