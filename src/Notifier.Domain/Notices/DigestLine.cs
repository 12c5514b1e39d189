using NodaTime;
using Notifier.DueDates;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>One open due date in an overview.</summary>
/// <param name="DueDate">With a date.</param>
/// <param name="Student">Named by first name only.</param>
public sealed record DigestLine(DueDate DueDate, Student Student)
{
    /// <summary>The last day on which the notice of a meeting could be given; null: no meeting, or one is planned.</summary>
    public LocalDate? LastNoticeDay { get; init; }

    /// <summary>The meeting that is to meet it; null: none is planned, or no meeting meets it.</summary>
    public PlannedMeeting? Meeting { get; init; }

    /// <summary>What the due date is counted from, as <c>explain</c> has it; null: nothing is counted.</summary>
    public LocalDate? CountedFrom { get; init; }

    /// <summary>Where nothing is counted, what the due date is: "the first day of the school year"; else empty.</summary>
    public string Marks { get; init; } = "";

    /// <summary>Somebody has to hear of it today: a rung of the ladder has come, or it came in since the last overview.</summary>
    public bool IsNews { get; init; }

    /// <summary>What the family was told already, in a full sentence; empty: nothing.</summary>
    public string FamilyTold { get; init; } = "";

    /// <summary>Whose plan it is, where that is not the recipient; empty: the recipient's own.</summary>
    public string CaseManager { get; init; } = "";

    /// <summary>It came up because it stayed open: a step of the district's escalation.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>Stands for the due date in evidence: ids and a date.</summary>
    public string Key => KeyOf(DueDate.PlanId, DueDate.Obligation.Value, DueDate.Part, $"{DueDate.DueOn:uuuu-MM-dd}");

    /// <summary>The same from what evidence keeps; the day as year-month-day.</summary>
    public static string KeyOf(string planId, string obligation, string part, string dueOn) =>
        $"{planId}/{obligation}{(part.Length > 0 ? "/" + part : "")}/{dueOn}";
}
