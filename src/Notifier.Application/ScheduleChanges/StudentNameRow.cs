using Notifier.Application.Storage;

namespace Notifier.Application.ScheduleChanges;

/// <summary>Says that a student may bear a name; the name itself is in the row's keys as a hash alone.</summary>
public sealed record StudentNameRow : Entity
{
    public required string StudentId { get; init; }

    /// <summary>Hash of the first name.</summary>
    public required string First { get; init; }
}
