using NodaTime;
using Notifier.Law;

namespace Notifier.PlanDates;

/// <summary>What the law leaves to the district, with the product's defaults. Never looser than the law.</summary>
public sealed record DistrictPolicies
{
    public AnnualRule AnnualRule { get; init; } = AnnualRule.SameDay;

    public ReevaluationRule ReevaluationRule { get; init; } = ReevaluationRule.SameDay;

    /// <summary>Months between two reviews of a 504 plan: district policy, 34 CFR 104.35(d) names no number.</summary>
    public int Section504ReviewMonths { get; init; } = 12;

    /// <summary>Months between two re-evaluations under Section 504: district policy.</summary>
    public int Section504ReevaluationMonths { get; init; } = 36;

    /// <summary>Calendar days from consent to a 504 evaluation; null: the district has set none, so none is due.</summary>
    public int? Section504EvaluationDays { get; init; }

    /// <summary>School days after the first, or (negative) before the last, school day; null: no year meeting.</summary>
    public int? Section504YearMeetingDays { get; init; }

    /// <summary>Calendar days of notice before a meeting, where the state names no number.</summary>
    public int MeetingNoticeDays { get; init; } = 10;

    /// <summary>The month and day on which the yearly safeguards notice is due; null: the first day of school.</summary>
    public AnnualDate? SafeguardsNoticeDay { get; init; }

    /// <summary>A day in California's break pause: exclude the weekend before the first missed school day, too.</summary>
    public bool ExcludeLeadingWeekend { get; init; }

    /// <summary>
    /// Days that the district has made stricter than the law: obligation id to a number of days in the unit of the
    /// rule it replaces. Never more than the law allows.
    /// </summary>
    public IReadOnlyDictionary<ObligationId, int> StricterDays { get; init; } = new Dictionary<ObligationId, int>();

    /// <summary>A due date at most this many calendar days away counts as due rather than upcoming.</summary>
    public int DueSoonDays { get; init; } = 30;

    /// <summary>The hour of the day, in the district's zone, at which reminders are raised.</summary>
    public LocalTime RunHour { get; init; } = new(6, 0);

    /// <summary>How staff hear of due dates and problems.</summary>
    public StaffMail StaffMail { get; init; } = StaffMail.Digest;

    /// <summary>Who hears of a duty that stays open after its due date, the earliest step first; empty: nobody further.</summary>
    public IReadOnlyList<EscalationStep> Escalation { get; init; } =
        [new(3, EscalationTarget.Supervisor), new(8, EscalationTarget.District)];

    /// <summary>When supervisors and the district's contact get the on-time rates and what is overdue.</summary>
    public SummaryDay WeeklySummary { get; init; } = SummaryDay.FirstSchoolDay;

    /// <summary>The hour of the evening alert, in the recipient's zone.</summary>
    public LocalTime EveningHour { get; init; } = new(18, 0);

    /// <summary>The hour, in the district's zone, at which a change of the day has begun unless it names its own.</summary>
    public LocalTime SchoolDayStarts { get; init; } = new(8, 30);

    /// <summary>
    /// A change for a Monday is told on Friday evening, too: on the evening of the last school day, when that is not the
    /// day before.
    /// </summary>
    public bool ChangesAlsoOnLastSchoolDay { get; init; }

    /// <summary>Texts are sent from this time on, in the recipient's zone.</summary>
    public LocalTime TextsFrom { get; init; } = new(8, 0);

    /// <summary>Texts are sent before this time, in the recipient's zone.</summary>
    public LocalTime TextsUntil { get; init; } = new(20, 0);

    /// <summary>Texts may go out on Sundays; otherwise only when Monday would be too late.</summary>
    public bool TextsOnSundays { get; init; }

    /// <summary>The district has decided that texts may name the plan ("IEP", "504").</summary>
    public bool TextsMayNameThePlan { get; init; }

    /// <summary>Languages the district writes in, in order of fallback; two-letter codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en", "es"];

    /// <summary>Whom families call with questions: printed in every notice.</summary>
    public string OfficePhone { get; init; } = "";

    /// <summary>Who hears of what no case manager or supervisor can be found for.</summary>
    public string ContactEmail { get; init; } = "";
}
