using NodaTime;
using Notifier.Application.Storage;

namespace Notifier.Application.Reminders;

/// <summary>How far the reminders of one district have been raised. By local dates, so clock changes do not matter.</summary>
public sealed record RunProgressRow : Entity
{
    /// <summary>
    /// The run has begun to read days up to this one: whoever adds a reminder to such a day afterwards raises it himself.
    /// </summary>
    public required LocalDate StartedThrough { get; init; }

    /// <summary>Every reminder of the days up to this one is on the queue.</summary>
    public required LocalDate DoneThrough { get; init; }
}

/// <summary>How far one shard of a district's agenda has been raised.</summary>
public sealed record ShardProgressRow : Entity
{
    /// <summary>Every reminder of this shard's days up to this one is on the queue.</summary>
    public required LocalDate DoneThrough { get; init; }
}
