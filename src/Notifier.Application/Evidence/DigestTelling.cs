using NodaTime;
using Notifier.Application.Delivery;

namespace Notifier.Application.Evidence;

/// <summary>Where staff were told what was left to a digest.</summary>
public sealed record DigestTelling
{
    /// <summary>The number of the student's entry that left it to the digest.</summary>
    public required int Sequence { get; init; }

    /// <summary>The line of the digest: plan, obligation and due date, or a problem.</summary>
    public required string Key { get; init; }

    /// <summary>Whose digest: a staff id, or the district's contact.</summary>
    public required string StaffId { get; init; }

    /// <summary>The first digest that says it; null: none on record does.</summary>
    public NoticeRow? Digest { get; init; }

    /// <summary>Where none says it, the first digest that was too long to show it and only counted it; null: none did.</summary>
    public NoticeRow? CountedIn { get; init; }

    /// <summary>When that digest came to stand as it does: delivered, refused; null: there is none.</summary>
    public Instant? At { get; init; }

    /// <summary>It lies in the outbox of this machine; no provider carried it.</summary>
    public bool IsInOutbox { get; init; }

    /// <summary>How many digests after it say the same.</summary>
    public int Later { get; init; }

    /// <summary>False: the evidence of that digest was changed or has a gap.</summary>
    public bool IsWhole { get; init; } = true;
}
