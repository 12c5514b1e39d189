using NodaTime;
using Notifier.PlanDates;

namespace Notifier.Application.PlanDates;

/// <summary>
/// What a district's folder leaves open about a student. It stands in the student's file until a later import answers
/// it, so whoever refreshes the student's due dates can ask the owner.
/// </summary>
public sealed record StudentGap
{
    public required StudentGapKind Kind { get; init; }

    /// <summary>Empty: the student, or all plans.</summary>
    public string PlanId { get; init; } = "";

    /// <summary>The plan that is gone, as it was last on record; otherwise null.</summary>
    public Plan? Plan { get; init; }

    /// <summary>The day of a meeting that is kept although the folder lacks it, for <see cref="StudentGapKind.MeetingInDoubt"/>; otherwise null.</summary>
    public LocalDate? MeetingOn { get; init; }

    /// <summary>A sentence. Without line numbers: rows move without meaning anything.</summary>
    public required string What { get; init; }

    /// <summary>A sentence.</summary>
    public required string Remedy { get; init; }
}
