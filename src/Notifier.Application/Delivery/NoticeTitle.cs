using NodaTime.Text;
using Notifier.Obligations;

namespace Notifier.Application.Delivery;

/// <summary>What a notice is about, for the people who read the record of it.</summary>
public static class NoticeTitle
{
    public static string Of(NoticeRow notice) =>
        notice.Obligation == NoticeDue.ChangedDay ? "A day not as usual"
        : notice.Obligation == NoticeDue.Digest ? "The overview of the day"
        : notice.Obligation == NoticeDue.Summary ? "The summary of the week"
        : notice.Obligation == NoticeDue.StaffText ? "A text of what cannot wait"
        : ObligationCatalog.Knows(notice.Obligation.Value) ? ObligationCatalog.Find(notice.Obligation).Title
        : notice.StepId;

    private static bool IsOfDay(NoticeRow notice) =>
        notice.Obligation == NoticeDue.ChangedDay || notice.Obligation == NoticeDue.Digest || notice.Obligation == NoticeDue.Summary
        || notice.Obligation == NoticeDue.StaffText;

    /// <summary>With its day: <c>Annual review, due 2026-11-23</c>.</summary>
    public static string WithDay(NoticeRow notice) =>
        $"{Of(notice)}, {(IsOfDay(notice) ? "on" : notice.ChangeOf is not null ? "the meeting of" : "due")} {LocalDatePattern.Iso.Format(notice.DueOn)}";
}
