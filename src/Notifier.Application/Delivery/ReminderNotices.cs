using Notifier.Application.Evidence;

namespace Notifier.Application.Delivery;

/// <summary>The notices of one reminder as they were read.</summary>
/// <param name="Head">A change built on these rows is written only while this head stands.</param>
/// <param name="Rows">Each recipient and channel at most once.</param>
public sealed record ReminderNotices(EvidenceHeadRow Head, IReadOnlyList<NoticeRow> Rows);
