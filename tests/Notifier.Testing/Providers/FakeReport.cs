namespace Notifier.Testing.Providers;

/// <summary>A signed webhook that a fake provider wants to send us.</summary>
public sealed record FakeReport
{
    /// <summary>Where it goes: path below the public address.</summary>
    public required string Path { get; init; }

    /// <summary>With its question mark, or empty.</summary>
    public string Query { get; init; } = "";

    public required string ContentType { get; init; }

    public required byte[] Body { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The message it is about.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>It is about how the message ended.</summary>
    public bool IsFinal { get; init; }
}
