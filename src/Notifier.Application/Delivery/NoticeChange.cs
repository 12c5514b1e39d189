using Notifier.Application.Storage;
using Notifier.Evidence;

namespace Notifier.Application.Delivery;

/// <summary>A notice's next state with the evidence of it.</summary>
public sealed record NoticeChange(NoticeRow Row, params IReadOnlyList<EvidenceEntry> Entries)
{
    /// <summary>Other rows of the student's partition that change in the same transaction.</summary>
    public IReadOnlyList<TableChange> Beside { get; init; } = [];
}
