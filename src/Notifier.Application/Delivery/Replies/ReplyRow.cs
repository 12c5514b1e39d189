using NodaTime;
using Notifier.Application.Evidence;
using Notifier.Application.Storage;
using Notifier.Delivery.Replies;

namespace Notifier.Application.Delivery.Replies;

/// <summary>
/// A reply as one student's case manager gets to read it. The words are kept here and nowhere else: evidence names the
/// reply by its id.
/// </summary>
public sealed record ReplyRow : Entity
{
    public required string ReplyId { get; init; }

    public required string DistrictId { get; init; }

    public required string StudentId { get; init; }

    /// <summary>Empty when it is about no plan in particular.</summary>
    public string PlanId { get; init; } = "";

    /// <summary>Who was texted at the number, as far as the records know.</summary>
    public required string ContactId { get; init; }

    public required string AddressHash { get; init; }

    public required ReplyMeaning Meaning { get; init; }

    /// <summary>The very words.</summary>
    public required string Text { get; init; }

    public required Instant At { get; init; }

    /// <summary>The notice it answers; empty when none can be named.</summary>
    public string NoticeId { get; init; } = "";

    /// <summary>The meeting it answers; null: none.</summary>
    public LocalDate? MeetingOn { get; init; }

    /// <summary>The number was told of more than one meeting, so a person must find out which is meant.</summary>
    public bool IsUnclear { get; init; }

    /// <summary>Pictures and the like, which are not kept.</summary>
    public int Attachments { get; init; }

    public static string KeyOf(string replyId) => "reply|" + replyId;

    public static RowRange All => RowRange.StartingWith("reply|");

    public static string IdOf(string providerId) => StableId.Of("reply", providerId);

    public static string PartitionOf(string districtId, string studentId) => LedgerPartition.Of(districtId, studentId);
}
