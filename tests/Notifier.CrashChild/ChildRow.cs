using System.Text.Json.Serialization;
using Notifier.Application.Storage;

namespace Notifier.CrashChild;

public sealed record ChildRow : Entity
{
    public int Number { get; init; }

    /// <summary>Makes rows as long as real ones, so that transactions spread over pages.</summary>
    public string Text { get; init; } = "";
}

[JsonSerializable(typeof(ChildRow))]
public sealed partial class ChildRows : JsonSerializerContext;
