using Notifier.Evidence;

namespace Notifier.Application.Evidence;

/// <summary>
/// The words of one attempt. The ledger keeps no words but their hash: what is shown here was found elsewhere, and is
/// shown as the words sent only where its hash is the one that was kept.
/// </summary>
public sealed record SentWords
{
    public required string AttemptId { get; init; }

    /// <summary>Null: they could not be found.</summary>
    public string? Text { get; init; }

    /// <summary>Empty for a text.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The file in the outbox; null: there is none.</summary>
    public string? File { get; init; }

    /// <summary>They come from <see cref="File"/>; otherwise they were composed again from what is on file today.</summary>
    public bool IsFromFile { get; init; }

    /// <summary>Where they come from, or why they cannot be shown, in a full sentence.</summary>
    public required string Why { get; init; }

    /// <summary>The wording an attempt's entry names: <c>annual-review/es#1f0c9a2b</c>.</summary>
    public static string TemplateOf(EvidenceRow started) => EvidenceDetail.Find(started.Detail, "template");

    /// <summary>The hash an attempt's entry keeps of its words.</summary>
    public static string HashOf(EvidenceRow started) => EvidenceDetail.Find(started.Detail, "content");
}
