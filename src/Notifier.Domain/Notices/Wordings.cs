using System.Collections.Frozen;
using Notifier.Law;
using Notifier.Obligations;
using Notifier.ScheduleChanges;

namespace Notifier.Notices;

/// <summary>The name of the wording that says each obligation.</summary>
public static class Wordings
{
    /// <summary>For families: an obligation of the school without a wording of its own, said by its duty.</summary>
    public const string SchoolDuty = "school-duty";

    public const string ChangedDay = "changed-day";
    public const string ChangedDayUpdate = "changed-day-update";
    public const string ChangedDayNormal = "changed-day-normal";

    public const string StaffComingDue = "staff-coming-due";
    public const string StaffOverdue = "staff-overdue";
    public const string StaffNotBefore = "staff-not-before";
    public const string StaffContactRepair = "staff-contact-repair";
    public const string StaffUndeliverable = "staff-undeliverable";
    public const string StaffProblem = "staff-problem";
    public const string StaffDigest = "staff-digest";
    public const string StaffSummary = "staff-summary";
    public const string StaffText = "staff-text";
    public const string StaffReply = "staff-reply";

    /// <summary>Texts that answer a text.</summary>
    public const string AnswerStop = "answer-stop";
    public const string AnswerStart = "answer-start";
    public const string AnswerHelp = "answer-help";

    private static readonly FrozenDictionary<ObligationId, string> Family = new Dictionary<ObligationId, string>
    {
        [ObligationIds.AnnualReview] = "annual-review",
        [ObligationIds.MeetingNotice] = "meeting",
        [ObligationIds.ProgressReport] = "progress-report",
        [ObligationIds.Reevaluation] = "reevaluation",
        [ObligationIds.InitialEvaluation] = "initial-evaluation",
        [ObligationIds.RightsTransfer] = "rights-transfer",
        [ObligationIds.RightsTransferStatement] = "rights-transfer",
        [ObligationIds.TransitionPlanning] = "transition-planning",
        [ObligationIds.ProceduralSafeguardsNotice] = "rights-notice",
    }.ToFrozenDictionary();

    public static string ForFamilies(ObligationId obligation, MeetingNews news = MeetingNews.Invitation) =>
        (Family.GetValueOrDefault(obligation, SchoolDuty), news) switch
        {
            ("meeting", MeetingNews.Reminder) => "meeting-reminder",
            ("meeting", MeetingNews.Changed) => "meeting-changed",
            ("meeting", MeetingNews.Cancelled) => "meeting-cancelled",
            var (wording, _) => wording,
        };

    public static string ForChangedDay(DayTone tone) => tone switch
    {
        DayTone.Update => ChangedDayUpdate,
        DayTone.Normal => ChangedDayNormal,
        _ => ChangedDay,
    };

    /// <summary>A lower bound is never overdue: it only opens.</summary>
    public static string ForStaff(ObligationId obligation, bool overdue) =>
        obligation == ObligationIds.ReevaluationFloor ? StaffNotBefore
        : overdue ? StaffOverdue
        : StaffComingDue;
}
