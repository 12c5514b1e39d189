using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Notifier.ScheduleChanges;

/// <summary>The words of a text, so that "O’Brien's", "OBRIEN" and "Peña", "Pena" are one each; a hyphen parts words.</summary>
public static partial class NameWords
{
    public static IReadOnlyList<NameWord> Of(string text) =>
        [.. Word().Matches(text).Select(match => new NameWord(Folded(match.Value), match.Index, match.Index + match.Length))];

    /// <summary>Where the words of a phrase stand in a row: the first and the last of them, each time.</summary>
    public static IEnumerable<(int First, int Last)> PlacesOf(string phrase, IReadOnlyList<NameWord> words)
    {
        var sought = Of(phrase);
        for (var first = 0; sought.Count > 0 && first + sought.Count <= words.Count; first++)
        {
            if (sought.Select(one => one.Folded).SequenceEqual(words.Skip(first).Take(sought.Count).Select(one => one.Folded), StringComparer.Ordinal))
            {
                yield return (first, first + sought.Count - 1);
            }
        }
    }

    private static string Folded(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in PossessiveEnd().Replace(word, "").Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                // Letters that are one character with or without their stroke.
                folded.Append(letter switch { 'ø' => "o", 'ł' => "l", 'đ' => "d", 'ß' => "ss", 'æ' => "ae", 'ı' => "i", _ => letter.ToString() });
            }
        }

        return folded.ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+(?:['’‘ʼ`´][\p{L}\p{M}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex("['’‘ʼ`´][sS]$")]
    private static partial Regex PossessiveEnd();
}
