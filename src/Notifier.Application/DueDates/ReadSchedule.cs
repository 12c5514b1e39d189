using Notifier.Application.Evidence;
using Notifier.Application.Storage;

namespace Notifier.Application.DueDates;

/// <summary>A schedule as it was read.</summary>
/// <param name="Head">A change is written only while this head stands.</param>
/// <param name="Schedule">What stood there.</param>
/// <param name="Text">The rows it was read from.</param>
public sealed record ReadSchedule(EvidenceHeadRow Head, StudentSchedule Schedule, PagedText Text);
