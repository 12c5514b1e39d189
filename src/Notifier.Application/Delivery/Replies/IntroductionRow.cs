using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Delivery.Replies;

/// <summary>The latest attempt to tell a number who writes and how to end texts, for one district.</summary>
public sealed record IntroductionRow : Entity
{
    /// <summary>Where the notice that carried it stands.</summary>
    public required string StudentId { get; init; }

    public required string ReminderId { get; init; }

    public required string NoticeId { get; init; }

    public required int Attempt { get; init; }

    public required Instant At { get; init; }
}
