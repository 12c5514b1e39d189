using Notifier.Application.Storage;

namespace Notifier.Application.Evidence;

/// <summary>
/// The last link of a student's evidence. Every write to the student's partition replaces it unchanged, so all of them
/// happen one after another: a decision made on what was read before is made again when anything was written since.
/// </summary>
public sealed record EvidenceHeadRow : Entity
{
    /// <summary>The number of entries.</summary>
    public required int Sequence { get; init; }

    public required string Hash { get; init; }
}
