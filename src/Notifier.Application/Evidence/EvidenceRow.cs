using NodaTime;
using Notifier.Application.Storage;
using Notifier.Evidence;

namespace Notifier.Application.Evidence;

/// <summary>One entry of a student's evidence as it is kept: inserted once, never replaced or deleted.</summary>
public sealed record EvidenceRow : Entity
{
    /// <summary>1 for the student's first entry.</summary>
    public required int Sequence { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required Instant At { get; init; }

    public required string StudentId { get; init; }

    public string PlanId { get; init; } = "";

    public string NoticeId { get; init; } = "";

    public string AttemptId { get; init; } = "";

    public string Detail { get; init; } = "";

    public required string PreviousHash { get; init; }

    /// <summary>Covers this entry, its place and the hash before it: <see cref="EvidenceChain"/>.</summary>
    public required string Hash { get; init; }

    public EvidenceEntry ToEntry() =>
        new()
        {
            Kind = Kind,
            At = At,
            StudentId = StudentId,
            PlanId = PlanId,
            NoticeId = NoticeId,
            AttemptId = AttemptId,
            Detail = Detail,
        };
}
