namespace Notifier.Application.Delivery.Paces;

/// <summary>What the district's sender of texts may send, as registered with the carriers. Counted in segments, not texts.</summary>
public sealed record TextRate
{
    public required decimal SegmentsPerSecond { get; init; }

    /// <summary>In one day of UTC; null: as many as the rate lets through.</summary>
    public int? SegmentsPerDay { get; init; }
}
