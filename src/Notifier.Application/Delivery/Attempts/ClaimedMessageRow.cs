using Notifier.Application.Storage;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>A provider's message that belongs to one attempt, so that no other attempt takes it for its own.</summary>
public sealed record ClaimedMessageRow : Entity
{
    public required string AttemptId { get; init; }
}
