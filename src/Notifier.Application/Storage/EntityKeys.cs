using System.Globalization;
using System.Text;

namespace Notifier.Application.Storage;

/// <summary>What partition and row keys may hold, in every store, and how foreign text is made fit for them.</summary>
/// <remarks>
/// Keys without surrogates sort alike as UTF-8 bytes (SQLite) and as UTF-16 units (<see cref="StringComparer.Ordinal"/>).
/// </remarks>
public static class EntityKeys
{
    public const int MostCharacters = 512;

    private const char EscapeMark = '~';

    /// <exception cref="ArgumentException">A key is empty, too long, or holds a character no key may hold.</exception>
    public static void Check(string partitionKey, string rowKey)
    {
        Check(partitionKey, "partition key", nameof(partitionKey));
        Check(rowKey, "row key", nameof(rowKey));
    }

    /// <summary>
    /// A foreign id as part of a key: ASCII letters, digits and <c>- _ . : @ + = ,</c> stay, anything else (also <c>|</c>,
    /// which joins the parts of keys) becomes <c>~</c> and four hexadecimal digits. Reversible; equal only for equal ids.
    /// </summary>
    public static string Escape(string id)
    {
        if (id.All(Stays))
        {
            return id;
        }

        var escaped = new StringBuilder(id.Length + 16);
        foreach (var character in id)
        {
            _ = Stays(character)
                ? escaped.Append(character)
                : escaped.Append(EscapeMark).Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    /// <summary>The id that <see cref="Escape"/> was given.</summary>
    public static string Unescape(string part)
    {
        var id = new StringBuilder(part.Length);
        for (var at = 0; at < part.Length; at++)
        {
            if (part[at] != EscapeMark)
            {
                id.Append(part[at]);
                continue;
            }

            id.Append((char)int.Parse(part.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            at += 4;
        }

        return id.ToString();
    }

    private static void Check(string key, string what, string parameter)
    {
        if (key.Length is 0 or > MostCharacters)
        {
            throw new ArgumentException(
                $"A {what} has 1 to {MostCharacters} characters, this one has {key.Length}.", parameter);
        }

        for (var at = 0; at < key.Length; at++)
        {
            if (!MayHold(key[at]))
            {
                throw new ArgumentException(
                    $"A {what} cannot hold U+{(int)key[at]:X4} (character {at + 1} of {key.Length}): "
                    + $"pass ids through {nameof(EntityKeys)}.{nameof(Escape)}.",
                    parameter);
            }
        }
    }

    /// <summary>Whether a key may hold the character.</summary>
    public static bool MayHold(char character) =>
        character is not ('/' or '\\' or '#' or '?' or '%' or '\ufffe' or '\uffff')
        && !char.IsControl(character)
        && !char.IsSurrogate(character);

    private static bool Stays(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':' or '@' or '+' or '=' or ',';
}
