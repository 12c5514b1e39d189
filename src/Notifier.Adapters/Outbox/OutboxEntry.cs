namespace Notifier.Adapters.Outbox;

/// <summary>One file of the outbox, as its index lists it.</summary>
internal sealed record OutboxEntry
{
    /// <summary>Relative to the outbox, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>The folder's date.</summary>
    public required string Date { get; init; }

    /// <summary>The hour by the recipient's clock, <c>18:00</c>; empty: the file does not say.</summary>
    public required string Hour { get; init; }

    /// <summary><c>email</c> or <c>text</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string Language { get; init; }

    /// <summary>The subject of an email, the words of a text.</summary>
    public required string Says { get; init; }

    public required string Why { get; init; }

    public required string NoticeId { get; init; }
}
