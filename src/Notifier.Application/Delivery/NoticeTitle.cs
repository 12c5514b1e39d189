using NodaTime.Text;
using Notifier.Obligations;

namespace Notifier.Application.Delivery;

/// <summary>What a notice is about, for the people who read the record of it.</summary>
public static class NoticeTitle
{
    public static string Of(NoticeRow notice) =>
        notice.Obligation == NoticeDue.ChangedDay ? "A day not as usual"
        : ObligationCatalog.Knows(notice.Obligation.Value) ? ObligationCatalog.Find(notice.Obligation).Title
        : notice.StepId;

    /// <summary>With its day: <c>Annual review, due 2026-11-23</c>.</summary>
    public static string WithDay(NoticeRow notice) =>
        $"{Of(notice)}, {(notice.Obligation == NoticeDue.ChangedDay ? "on" : notice.ChangeOf is not null ? "the meeting of" : "due")} {LocalDatePattern.Iso.Format(notice.DueOn)}";
}
