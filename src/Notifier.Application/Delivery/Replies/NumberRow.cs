using Notifier.Application.Delivery.Reach;
using Notifier.Application.Storage;

namespace Notifier.Application.Delivery.Replies;

/// <summary>A contact that was texted at a number, so that a reply from it finds its students. The number is not kept here.</summary>
public sealed record NumberRow : Entity
{
    public required string DistrictId { get; init; }

    public required string StudentId { get; init; }

    public required string ContactId { get; init; }

    /// <summary>As <see cref="Suppressions.HashOf"/> gives it; the partition.</summary>
    public string AddressHash => PartitionKey;
}
