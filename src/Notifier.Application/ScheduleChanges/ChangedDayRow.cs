using Notifier.Application.Storage;

namespace Notifier.Application.ScheduleChanges;

/// <summary>Says that some version of a change named a day.</summary>
public sealed record ChangedDayRow : Entity
{
    public required string Date { get; init; }

    public required string ChangeId { get; init; }
}
