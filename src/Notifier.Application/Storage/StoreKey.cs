using System.Buffers;
using System.Globalization;
using System.Text;

namespace Notifier.Application.Storage;

/// <summary>
/// Turns ids of other systems into parts of keys and back. ASCII letters, digits and <c>- _ . @ :</c> stay as they are;
/// everything else becomes <c>~</c> and two hexadecimal digits for each byte of its UTF-8, so <c>|</c> can part parts.
/// </summary>
public static class StoreKey
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.@:");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The parts, each escaped, with <c>|</c> between them.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        if (parts.Length == 1)
        {
            return Escape(parts[0]);
        }

        var key = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            key.Append(i == 0 ? "" : "|").Append(Escape(parts[i]));
        }

        return key.ToString();
    }

    /// <summary>The part as it was before <see cref="Of"/>.</summary>
    /// <exception cref="FormatException">The text was not made by <see cref="Of"/>.</exception>
    public static string Unescape(string part)
    {
        if (!part.Contains('~', StringComparison.Ordinal))
        {
            return part;
        }

        var bytes = new List<byte>(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != '~')
            {
                bytes.Add((byte)part[i]);
            }
            else if (i + 2 < part.Length
                && byte.TryParse(part.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                throw new FormatException($"'{part}' is not an escaped part of a key.");
            }
        }

        return Strict.GetString([.. bytes]);
    }

    /// <summary>The ordinal range that holds exactly the keys with more parts after these.</summary>
    /// <returns>From (included) and to (excluded).</returns>
    public static (string From, string To) Under(params ReadOnlySpan<string> parts)
    {
        var key = Of(parts);

        // '}' follows '|' and is never left unescaped.
        return (key + "|", key + "}");
    }

    private static string Escape(string part)
    {
        if (part.AsSpan().IndexOfAnyExcept(Plain) < 0)
        {
            return part;
        }

        var escaped = new StringBuilder(part.Length + 8);
        foreach (var value in Strict.GetBytes(part))
        {
            if (Plain.Contains((char)value))
            {
                escaped.Append((char)value);
            }
            else
            {
                escaped.Append('~').Append(value.ToString("x2", CultureInfo.InvariantCulture));
            }
        }

        return escaped.ToString();
    }
}
