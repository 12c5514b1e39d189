using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Notices;

namespace Notifier.Application.ScheduleChanges;

/// <summary>A notice that a schedule change would bring about, or somebody it cannot reach.</summary>
/// <param name="Student">The student's file.</param>
/// <param name="Recipient">Null: nobody, and <paramref name="Problem"/> says why.</param>
/// <param name="At">When it goes out, if nothing changes meanwhile; in the recipient's zone.</param>
/// <param name="Content">The very words.</param>
/// <param name="Problem">Why somebody who should be told cannot be; empty: nothing.</param>
public sealed record PreviewedNotice(
    StudentFile Student, Recipient? Recipient, ZonedDateTime? At, NoticeContent? Content, string Problem);
