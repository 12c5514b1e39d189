using NodaTime;
using Notifier.DueDates;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Notices;

/// <summary>Everything a notice about a due date may say: the facts themselves, not yet words of any language.</summary>
public sealed record NoticeFacts
{
    public required District District { get; init; }

    public required School School { get; init; }

    public required Student Student { get; init; }

    public required Plan Plan { get; init; }

    public required DueDate DueDate { get; init; }

    public required Audience Audience { get; init; }

    public required Recipient Recipient { get; init; }

    /// <summary>The recipient's date when the notice goes out: "tomorrow" is counted from it.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>Whom the family calls; null: the district's office.</summary>
    public StaffMember? CaseManager { get; init; }

    /// <summary>The date explained in full sentences, for staff.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>The meeting the notice is about; null when none is planned.</summary>
    public MeetingFacts? Meeting { get; init; }

    /// <summary>The meeting that is to meet the duty; null: none is planned, or no meeting meets it.</summary>
    public PlannedMeeting? PlannedMeeting { get; init; }

    /// <summary>How the notice speaks of that meeting; null: it invites, and no calendar file goes with it.</summary>
    public MeetingMessage? Message { get; init; }

    /// <summary>For a text: nothing has told this number yet who writes and how to end texts.</summary>
    public bool IsFirstText { get; init; } = true;

    /// <summary>For staff: what the family was told already, in a full sentence; empty: nothing.</summary>
    public string FamilyTold { get; init; } = "";
}
