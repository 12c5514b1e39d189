namespace Notifier.Application.PlanDates;

/// <summary>A student as read from a district's folder.</summary>
public sealed record ReadStudent
{
    public required string StudentId { get; init; }

    /// <summary>Null: the student's own row was rejected, so what is stored stays as it is.</summary>
    public required StudentFile? File { get; init; }

    /// <summary>What may be missing in <see cref="File"/> because rows of this student were rejected.</summary>
    public MissingRows Missing { get; init; }

    /// <summary>The rejected rows themselves, in words for the case manager; none when nothing was rejected.</summary>
    public IReadOnlyList<StudentGap> Gaps { get; init; } = [];
}
