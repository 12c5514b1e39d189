using NodaTime;
using Notifier.Notices;
using Notifier.PlanDates;

namespace Notifier.Application.Delivery.Meetings;

/// <summary>What is asked before a family is told of a meeting.</summary>
public sealed record MeetingQuestion
{
    public required string DistrictId { get; init; }

    public required string StudentId { get; init; }

    public required PlanRecord Plan { get; init; }

    /// <summary>The meeting a rung is about; null for a change.</summary>
    public MeetingFacts? Meeting { get; init; }

    /// <summary>The rung's day; null for a change.</summary>
    public LocalDate? RungOn { get; init; }

    /// <summary>The meeting whose change is to be told; null for a rung.</summary>
    public string? ChangeOf { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Instant Now { get; init; }

    public LocalDate Today => DateOf(Now);

    public LocalDate DateOf(Instant at) => at.InZone(Zone).Date;
}
