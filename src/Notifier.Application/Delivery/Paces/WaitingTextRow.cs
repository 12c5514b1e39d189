using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Delivery.Paces;

/// <summary>A text that was put off, under the hour it was put off to.</summary>
public sealed record WaitingTextRow : Entity
{
    public required string NoticeId { get; init; }

    public required string DistrictId { get; init; }

    public required string StudentId { get; init; }

    public required string ReminderId { get; init; }

    public required Instant Until { get; init; }

    /// <summary>At most: counted as if it were the first text to its number.</summary>
    public required int Segments { get; init; }

    /// <summary>Why it is to go by email instead, as decided that day; null: it goes out as a text.</summary>
    public string? EmailFirst { get; init; }
}
