using System.Text.RegularExpressions;

namespace Notifier.Adapters.Tests.Templates;

/// <summary>How hard a letter is to read.</summary>
internal static partial class ReadingLevel
{
    private static readonly char[] Ends = ['.', '!', '?', '\n'];

    /// <summary>Flesch-Kincaid: the grade at a US school that reads it with ease.</summary>
    public static double GradeOfEnglish(string text)
    {
        var (words, sentences) = Count(text);
        var syllables = words.Sum(EnglishSyllables);
        return (0.39 * words.Count / sentences) + (11.8 * syllables / words.Count) - 15.59;
    }

    /// <summary>INFLESZ (Szigriszt-Pazos): 55 to 65 normal, 65 to 80 quite easy, above 80 very easy.</summary>
    public static double EaseOfSpanish(string text)
    {
        var (words, sentences) = Count(text);
        var syllables = words.Sum(SpanishSyllables);
        return 206.835 - (62.3 * syllables / words.Count) - ((double)words.Count / sentences);
    }

    /// <summary>The sentences long enough to be measured one by one: eight words at least.</summary>
    public static IEnumerable<string> LongSentences(string text) =>
        Plain(text).Split(Ends, StringSplitOptions.RemoveEmptyEntries).Where(sentence => Word().Count(sentence) >= 8);

    /// <summary>Groups of vowels, less the silent e at the end.</summary>
    public static int EnglishSyllables(string word)
    {
        word = word.ToLowerInvariant();
        if (word.Length <= 3)
        {
            return 1;
        }

        var groups = EnglishVowels().Count(word);
        var silent = SilentEnding().IsMatch(word) ? 1 : 0;
        return Math.Max(1, groups - silent);
    }

    /// <summary>A strong vowel (a, e, o, or any with an accent) each; weak ones join their neighbours.</summary>
    public static int SpanishSyllables(string word) => Math.Max(
        1,
        SpanishVowels().Matches(word.ToLowerInvariant()).Sum(run => Math.Max(1, run.Value.Count(c => "aeoáéíóú".Contains(c)))));

    /// <summary>A line is a sentence at least: headings and items of a list end without a full stop.</summary>
    private static (List<string> Words, int Sentences) Count(string text)
    {
        var words = new List<string>();
        var sentences = 0;
        foreach (var sentence in Plain(text).Split(Ends, StringSplitOptions.RemoveEmptyEntries))
        {
            var found = Word().Matches(sentence).Select(match => match.Value).ToList();
            sentences += found.Count > 0 ? 1 : 0;
            words.AddRange(found);
        }

        return (words, sentences);
    }

    // The full stop of "p.m." ends a sentence only before a capital letter.
    private static string Plain(string text) =>
        HalfDay().Replace(HalfDayAtEnd().Replace(Citation().Replace(text, "the law"), "."), "");

    [GeneratedRegex(@"[ap]\.m\.(?= \p{Lu}|$)")]
    private static partial Regex HalfDayAtEnd();

    [GeneratedRegex(@"[ap]\.m\.")]
    private static partial Regex HalfDay();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex EnglishVowels();

    [GeneratedRegex("(?:[^aeiouyl]e|[aeiouy]le|[^aeiouydt]ed|[^aeiouyscxzgh]es)$")]
    private static partial Regex SilentEnding();

    [GeneratedRegex("[aeiouáéíóúü]+")]
    private static partial Regex SpanishVowels();

    [GeneratedRegex(@"\d+ CFR [\d.]+(?:\([A-Za-z0-9]+\))*(?:, \d[\d.]*(?:\([A-Za-z0-9]+\))*)*")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\p{L}[\p{L}']*")]
    private static partial Regex Word();
}
