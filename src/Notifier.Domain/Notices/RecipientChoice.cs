namespace Notifier.Notices;

/// <summary>Who is told, and who should be but cannot be reached. One may be reached while another is not.</summary>
public sealed record RecipientChoice
{
    public required IReadOnlyList<Recipient> Reached { get; init; }

    /// <summary>Each becomes a notice to the case manager to repair the contact.</summary>
    public required IReadOnlyList<NoRecipient> Unreached { get; init; }
}
