using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Application.PlanDates;

/// <summary>Everything on record about one student: what a refresh, a notice and its second look read in one query.</summary>
public sealed record StudentFile
{
    public required string DistrictId { get; init; }

    public required Student Student { get; init; }

    /// <summary>In ordinal order of their ids.</summary>
    public required IReadOnlyList<PlanRecord> Plans { get; init; }

    /// <summary>In ordinal order of their ids.</summary>
    public required IReadOnlyList<Contact> Contacts { get; init; }

    public IReadOnlyList<Accommodation> Accommodations { get; init; } = [];

    /// <summary>What the last import left open; empty: nothing.</summary>
    public IReadOnlyList<StudentGap> Gaps { get; init; } = [];

    /// <summary>No longer in the district's folder: all that is left is the question where the plans went.</summary>
    public bool IsGone => Plans.Count == 0 && Contacts.Count == 0 && Gaps.Any(gap => gap.Kind == StudentGapKind.PlanGone);

    /// <summary>Stands for the content: equal exactly when the content is. Empty on a file that was not stored.</summary>
    public string Version { get; init; } = "";

    /// <summary>Whether a row that could not be read may change this meeting: nobody is told of it until that is mended.</summary>
    public bool HasMeetingInDoubt(string planId, LocalDate on) =>
        Gaps.Any(gap => gap.Kind == StudentGapKind.MeetingInDoubt && gap.PlanId == planId && gap.MeetingOn == on);
}
