using NodaTime;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>What a delivery channel is asked to deliver: one notice, one recipient, one attempt.</summary>
public sealed record OutgoingMessage
{
    /// <summary>Unique to this attempt and derived from the notice: the same attempt always carries the same id.</summary>
    public required string AttemptId { get; init; }

    public required string NoticeId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>A mail address, or an E.164 number.</summary>
    public required string Address { get; init; }

    public required string RecipientName { get; init; }

    public required string Language { get; init; }

    public required NoticeContent Content { get; init; }

    /// <summary>In whose name it is sent: the district's.</summary>
    public required string SenderName { get; init; }

    /// <summary>Where an answer by mail goes; empty: nowhere.</summary>
    public string ReplyTo { get; init; } = "";

    /// <summary>The moment of the attempt, on the recipient's clock.</summary>
    public required ZonedDateTime At { get; init; }

    /// <summary>
    /// A provider that has not handed it on by then must not do so later: quiet hours, or the end of its use; null: no
    /// such moment.
    /// </summary>
    public Instant? DeliverBefore { get; init; }

    /// <summary>Why this person gets it, in one sentence for the index of the outbox.</summary>
    public required string Why { get; init; }
}
