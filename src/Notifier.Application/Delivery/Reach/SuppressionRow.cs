using NodaTime;
using Notifier.Application.Storage;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Reach;

/// <summary>An address that must not be written to, or might not be once; the address itself is not kept here.</summary>
public sealed record SuppressionRow : Entity
{
    public required Channel Channel { get; init; }

    /// <summary>For example <c>replied STOP</c> or <c>hard bounce 550</c>.</summary>
    public required string Reason { get; init; }

    public required Instant Since { get; init; }

    /// <summary>Null while it holds.</summary>
    public Instant? LiftedAt { get; init; }

    /// <summary>Why it was lifted: who asked for it, and how.</summary>
    public string LiftedBecause { get; init; } = "";
}
