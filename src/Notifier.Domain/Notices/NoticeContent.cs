namespace Notifier.Notices;

/// <summary>The very words one recipient gets.</summary>
public sealed record NoticeContent
{
    /// <summary>Empty for a text message.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>Null for a text message.</summary>
    public string? Html { get; init; }

    /// <summary>Goes with an email about a meeting; null: nothing does.</summary>
    public CalendarFile? Calendar { get; init; }

    /// <summary>The language it is written in, which is not the recipient's where no template exists in that language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Name, language and fingerprint of the wording, for evidence: <c>annual-review/es#1f0c9a2b</c>.</summary>
    public string Template { get; init; } = "";

    /// <summary>What the composer had to decide (another language, the short form); null when nothing.</summary>
    public string? Note { get; init; }
}
