using NodaTime;

namespace Notifier.Evidence;

/// <summary>Something that happened: appended, never changed. Ids only; no name, address or message text.</summary>
public sealed record EvidenceEntry
{
    public required EvidenceKind Kind { get; init; }

    public required Instant At { get; init; }

    public required string StudentId { get; init; }

    public string PlanId { get; init; } = "";

    public string NoticeId { get; init; } = "";

    public string AttemptId { get; init; } = "";

    /// <summary>What is needed to understand it later: old and new date, reason, provider id, hash of the content.</summary>
    public string Detail { get; init; } = "";
}
