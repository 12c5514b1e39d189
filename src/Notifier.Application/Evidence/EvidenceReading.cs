using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Delivery.Replies;
using Notifier.Application.Problems;

namespace Notifier.Application.Evidence;

/// <summary>
/// The notices and evidence of one student, or of one member of staff, as they stand, and who the ids in them stand for
/// today. With names in it, it is a personal record (34 CFR part 99): shown to whoever asked, and never logged.
/// </summary>
public sealed record EvidenceReading
{
    public required string DistrictId { get; init; }

    /// <summary>Of a member of staff: <see cref="NoticeDue.LedgerOfStaff"/>.</summary>
    public required string StudentId { get; init; }

    /// <summary>Set when it is the record of a member of staff's digests.</summary>
    public string? StaffId { get; init; }

    /// <summary>Whether the chain is whole.</summary>
    public required EvidenceCheck Check { get; init; }

    /// <summary>In the order in which they were planned.</summary>
    public required IReadOnlyList<NoticeRow> Notices { get; init; }

    /// <summary>In the order in which they happened.</summary>
    public required IReadOnlyList<EvidenceRow> Entries { get; init; }

    /// <summary>What the family wrote back, with its words.</summary>
    public IReadOnlyList<ReplyRow> Replies { get; init; } = [];

    /// <summary>What still needs a person today.</summary>
    public IReadOnlyList<ProblemRow> OpenProblems { get; init; } = [];

    /// <summary>Where staff were told what was left to their digests.</summary>
    public IReadOnlyList<DigestTelling> Digests { get; init; } = [];

    /// <summary>The words of each attempt, by its id, or why they cannot be shown.</summary>
    public IReadOnlyDictionary<string, SentWords> Words { get; init; } = new Dictionary<string, SentWords>();

    /// <summary>Names and addresses, those of <see cref="ReadAt"/>.</summary>
    public PeopleOnFile People { get; init; } = new(null, null);

    public Instant ReadAt { get; init; }

    /// <summary>The district's, for times that people read.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The entries of one notice, in order.</summary>
    public IEnumerable<EvidenceRow> Of(NoticeRow notice) => Entries.Where(entry => entry.NoticeId == notice.NoticeId);
}
