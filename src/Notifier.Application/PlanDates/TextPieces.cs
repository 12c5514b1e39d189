namespace Notifier.Application.PlanDates;

/// <summary>Cuts a text into pieces that a property of a row can hold.</summary>
internal static class TextPieces
{
    /// <summary>One below the 32,000 characters a property may have: a piece may begin with half a pair of its neighbour.</summary>
    public const int Longest = 31_999;

    public static int Count(string text) => (text.Length + Longest - 1) / Longest;

    /// <returns>The piece, or null behind the end.</returns>
    public static string? At(string text, int index)
    {
        var (start, end) = (Cut(text, index * Longest), Cut(text, (index + 1) * Longest));
        return start >= text.Length ? null : text[start..end];
    }

    // Half a pair of surrogates is no text: the cut moves one back.
    private static int Cut(string text, int at) =>
        at >= text.Length ? text.Length : at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
