using Notifier.Calendars;
using Notifier.PlanDates;
using Notifier.Reminders;

namespace Notifier.Application.PlanDates;

/// <summary>What a district recorded about itself: settings, schools, staff, calendar and reminder ladder.</summary>
public sealed record DistrictFile
{
    public required District District { get; init; }

    public required IReadOnlyList<School> Schools { get; init; }

    public required IReadOnlyList<StaffMember> Staff { get; init; }

    public required IReadOnlyList<CalendarEntry> Calendar { get; init; }

    /// <summary>The district's own rungs; empty: the default ladder alone.</summary>
    public IReadOnlyList<LadderStep> Ladder { get; init; } = [];

    /// <summary>Stands for the content: equal exactly when the content is. Empty on a file that was not stored.</summary>
    public string Version { get; init; } = "";
}
