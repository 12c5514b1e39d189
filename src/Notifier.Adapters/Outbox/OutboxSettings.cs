namespace Notifier.Adapters.Outbox;

/// <summary>The folder that stands in for the providers.</summary>
public sealed record OutboxSettings
{
    public required string Folder { get; init; }

    /// <summary>The sender's mail address; <c>.invalid</c> can belong to nobody (RFC 2606).</summary>
    public string FromAddress { get; init; } = "notices@outbox.invalid";
}
