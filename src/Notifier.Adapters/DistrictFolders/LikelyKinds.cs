using System.Text.RegularExpressions;

namespace Notifier.Adapters.DistrictFolders;

/// <summary>
/// The kinds somebody probably meant: those that contain every word that was written come first, because letters alone
/// mislead (<c>consentRevoked</c> is nearer to <c>consentReceived</c>, its opposite).
/// </summary>
internal static partial class LikelyKinds
{
    private const int MostNamed = 3;

    // The files have one of these words for each act, the law and people have both.
    private static readonly string[] TakenBack = ["revoked", "withdrawn"];

    /// <returns>The kinds, the likeliest first; empty when none is near.</returns>
    public static IReadOnlyList<string> Of(string text, IReadOnlyList<string> kinds)
    {
        // Only its capitals are wrong.
        if (kinds.FirstOrDefault(kind => kind.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return [same];
        }

        var written = WordsOf(text);
        var fitting = written.Count < 2
            ? []
            : kinds
                .Where(kind => WordsOf(kind) is var words && written.All(word => words.Contains(word) || (TakenBack.Contains(word) && words.Any(TakenBack.Contains))))
                .OrderByDescending(kind => WordsOf(kind).Count(written.Contains))
                .Take(MostNamed)
                .ToList();
        return fitting.Count > 0 ? fitting : NearestWord.Of(text, kinds) is { } near ? [near] : [];
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. Word().Matches(text).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")]
    private static partial Regex Word();
}
