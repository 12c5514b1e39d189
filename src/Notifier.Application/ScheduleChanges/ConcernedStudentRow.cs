using Notifier.Application.Storage;

namespace Notifier.Application.ScheduleChanges;

/// <summary>Where a student stands in the list of those whom schedule changes may concern.</summary>
public sealed record ConcernedStudentRow : Entity
{
    public required string StudentId { get; init; }

    public required string Grade { get; init; }

    /// <summary>The row key of the student's place by school and grade; on that row itself its own key.</summary>
    public required string Place { get; init; }

    /// <summary>The <see cref="StudentNames.MarkOf"/> of the names under which the student is found; empty: under none yet.</summary>
    public string Names { get; init; } = "";
}
