using System.Text.Json.Serialization;
using Notifier.Application.Storage;

namespace Notifier.Cli.Scheduling;

/// <summary>When a timer function was last called and ended well.</summary>
public sealed record TimerRunRow : Entity
{
    /// <summary>ISO, UTC.</summary>
    public required string LastAt { get; init; }
}

[JsonSerializable(typeof(TimerRunRow))]
internal sealed partial class SchedulingJson : JsonSerializerContext;
