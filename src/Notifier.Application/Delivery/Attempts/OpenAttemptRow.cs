using NodaTime;
using Notifier.Application.Storage;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Attempts;

/// <summary>Where the notice of an attempt stands, found by the attempt's id.</summary>
public sealed record OpenAttemptRow : Entity
{
    public required string AttemptId { get; init; }

    public required string DistrictId { get; init; }

    public required string StudentId { get; init; }

    public required string ReminderId { get; init; }

    public required Instant StartedAt { get; init; }

    public Channel Channel { get; init; }
}
