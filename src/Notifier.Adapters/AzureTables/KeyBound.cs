using Notifier.Application.Storage;

namespace Notifier.Adapters.AzureTables;

/// <summary>
/// The end of a range in characters that keys may hold. <see cref="RowRange.StartingWith"/> ends with U+FFFF, which
/// is no character that can safely be sent; the next possible key in its place means the same.
/// </summary>
internal static class KeyBound
{
    private const char Last = '\uffff';

    /// <returns>
    /// A bound below which exactly the keys below <paramref name="to"/> are; empty: every key is; null: none is.
    /// </returns>
    public static string? NotAfter(string to)
    {
        if (to.Length == 0)
        {
            return null;
        }

        if (to[^1] != Last)
        {
            return to;
        }

        for (var prefix = to.AsSpan().TrimEnd(Last); prefix.Length > 0; prefix = prefix[..^1])
        {
            if (Next(prefix[^1]) is { } next)
            {
                return $"{prefix[..^1]}{next}";
            }
        }

        return "";
    }

    private static char? Next(char character)
    {
        for (var next = character + 1; next < '\ufffe'; next++)
        {
            if (EntityKeys.MayHold((char)next))
            {
                return (char)next;
            }
        }

        return null;
    }
}
