using NodaTime;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Notices;

/// <summary>Everything a notice about a day that will not follow the routine may say.</summary>
public sealed record ChangedDayFacts
{
    public required District District { get; init; }

    public required School School { get; init; }

    public required Student Student { get; init; }

    public required Recipient Recipient { get; init; }

    /// <summary>The recipient's date when the notice goes out: "tomorrow" is counted from it.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The day it is about.</summary>
    public required LocalDate On { get; init; }

    /// <summary>A text is the first to its number: it says whom it is from and how to end it.</summary>
    public bool IsFirstText { get; init; } = true;

    public required DayNews News { get; init; }

    /// <summary>Whom the family calls; null: the district's office.</summary>
    public StaffMember? CaseManager { get; init; }
}
