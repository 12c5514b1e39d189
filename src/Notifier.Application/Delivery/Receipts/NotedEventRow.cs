using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Delivery.Receipts;

/// <summary>A provider's report that was taken in: a repeated one changes nothing.</summary>
public sealed record NotedEventRow : Entity
{
    /// <summary>When it was reported first; null: noted before that was kept.</summary>
    public Instant? At { get; init; }

    public static string KeyOf(string attemptId, string eventId) => "event|" + StableId.Of(attemptId, eventId);
}
