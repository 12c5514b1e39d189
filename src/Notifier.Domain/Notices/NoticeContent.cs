namespace Notifier.Notices;

/// <summary>The very words one recipient gets.</summary>
public sealed record NoticeContent
{
    /// <summary>Empty for a text message.</summary>
    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>Null for a text message.</summary>
    public string? Html { get; init; }
}
