using NodaTime;

namespace Notifier.Testing.Providers;

/// <summary>What a fake provider took, and so what a recipient may get.</summary>
public sealed record FakeMessage
{
    public required string Id { get; init; }

    public required string AttemptId { get; init; }

    public required string To { get; init; }

    public required string Text { get; init; }

    /// <summary>The calendar file that came with it; null: none.</summary>
    public string? Calendar { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Seconds after which it is not delivered any more; null: not said.</summary>
    public int? ValidSeconds { get; init; }

    /// <summary>The whole request, for tests of its form.</summary>
    public required string Request { get; init; }

    /// <summary>What will become of it, in the provider's words, in order: the last one is final.</summary>
    public IReadOnlyList<string> Fate { get; init; } = [];

    public bool Arrives => Fate.Count > 0 && Fate[^1] == "delivered";

    public string NoticeId => AttemptId[..AttemptId.LastIndexOf('-')];
}
