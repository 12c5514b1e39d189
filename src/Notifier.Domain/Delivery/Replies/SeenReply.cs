namespace Notifier.Delivery.Replies;

/// <summary>Whether a member of staff says of a text that it was seen.</summary>
public static class SeenReply
{
    private static readonly HashSet<string> Seen = new(StringComparer.Ordinal)
    {
        "ok", "okay", "k", "kk", "ok thanks", "ok thank you", "okay thanks", "seen", "ok seen", "got it", "ok got it", "on it", "im on it",
        "ok on it", "working on it", "will do", "ok will do", "noted", "ack",
    };

    public static bool IsIn(string text) => Seen.Contains(ReplyWords.Of(text).All);
}
