namespace Notifier.Application.Delivery.Replies;

/// <summary>One student a reply is about.</summary>
/// <param name="Number">The contact that was texted.</param>
/// <param name="Notice">The notice it answers; null: none can be named.</param>
public sealed record ReplyConcern(NumberRow Number, NoticeRow? Notice)
{
    /// <summary>Several meetings may be meant.</summary>
    public bool IsUnclear { get; init; }
}
