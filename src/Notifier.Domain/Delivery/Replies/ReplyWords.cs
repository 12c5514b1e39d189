using System.Buffers;
using System.Globalization;
using System.Text;

namespace Notifier.Delivery.Replies;

/// <summary>A reply reduced to what its meaning depends on: small letters without accents, digits, single spaces.</summary>
internal sealed class ReplyWords
{
    // Said around a request without changing it.
    private static readonly HashSet<string> Courtesies = new(StringComparer.Ordinal)
    {
        "please", "pls", "plz", "pleas", "thanks", "thank", "thx", "ty", "hi", "hello", "hey", "sir", "maam", "ok", "okay",
        "now", "already", "just", "asap", "immediately", "por", "favor", "porfavor", "porfa", "xfavor", "gracias",
        "hola", "ya", "ahora", "senor", "senora", "buenos", "buenas", "dias", "tardes", "noches",
    };

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".,!?;:\n\r\u2014");

    private ReplyWords(string all) => All = all;

    /// <summary>All words: <c>please don't stop</c> becomes <c>please dont stop</c>.</summary>
    public string All { get; }

    /// <summary>Without words of courtesy.</summary>
    public string Plain => string.Join(
        ' ', All.Replace("thank you", "thanks", StringComparison.Ordinal).Split(' ').Where(word => !Courtesies.Contains(word)));

    public static ReplyWords Of(string text) => new(Reduce(text));

    /// <summary>The first part up to a comma, full stop, line break or the like, reduced; all of it when there is none.</summary>
    public static ReplyWords FirstClause(string text)
    {
        var trimmed = text.TrimStart(' ', '\t', '\r', '\n', '"', '\'', '\u201c', '\u00a1', '\u00bf', '*', '.', ',', '-', '!');
        var end = trimmed.AsSpan().IndexOfAny(ClauseEnds);
        return Of(end < 0 ? trimmed : trimmed[..end]);
    }

    private static string Reduce(string text)
    {
        var reduced = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                reduced.Append(char.ToLowerInvariant(letter));
            }
            else if (!IsInsideWord(letter) && reduced.Length > 0 && reduced[^1] != ' ')
            {
                reduced.Append(' ');
            }
        }

        return reduced.ToString().TrimEnd();
    }

    // An accent that was parted from its letter, an apostrophe, or a mark nobody sees.
    private static bool IsInsideWord(char letter) =>
        letter is '\'' or '\u2019' or '\u2018' or '`' or '\u00b4'
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
