using System.Globalization;
using System.Text;
using Notifier.Notices;

namespace Notifier.Application.Notices;

/// <summary>Letters as a text has room for: what GSM-7 lacks (á, í, ó, ú, curly quotes) makes a whole text cost double.</summary>
internal static class PlainLetters
{
    private static readonly Dictionary<string, string> Marks = new(StringComparer.Ordinal)
    {
        ["\u2018"] = "'",
        ["\u2019"] = "'",
        ["\u201c"] = "\"",
        ["\u201d"] = "\"",
        ["\u2013"] = "-",
        ["\u2014"] = "-",
        ["\u2026"] = "...",
        ["\u00a0"] = " ",
    };

    /// <summary>What GSM-7 has stays (é, ñ, ü); of the rest the accents go; what then is still no plain letter stays.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var one = rune.ToString();
            plain.Append(SegmentCount.Of(one).IsGsm7 ? one : Marks.GetValueOrDefault(one) ?? WithoutAccent(one));
        }

        return plain.ToString();
    }

    private static string WithoutAccent(string letter) => string.Concat(letter.Normalize(NormalizationForm.FormD)
        .Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark));
}
