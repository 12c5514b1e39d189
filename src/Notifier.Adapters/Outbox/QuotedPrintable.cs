using System.Buffers;
using System.Globalization;
using System.Text;

namespace Notifier.Adapters.Outbox;

/// <summary>The body encoding that keeps plain words readable in the raw file (RFC 2045, 6.7).</summary>
internal static class QuotedPrintable
{
    private const int LineCharacters = 76;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(c => c != '=')]);

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + (text.Length / 8));
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            EncodeLine(encoded, line);
            encoded.Append("\r\n");
        }

        return encoded.ToString();
    }

    /// <summary>The text of what <see cref="Encode"/> made; its lines end as ours do.</summary>
    public static string Decode(string encoded)
    {
        var bytes = new List<byte>(encoded.Length);
        var whole = encoded.EndsWith("\r\n", StringComparison.Ordinal) ? encoded[..^2] : encoded;
        for (var i = 0; i < whole.Length; i++)
        {
            if (whole[i] == '=' && i + 2 < whole.Length && whole[i + 1] == '\r')
            {
                // A line that was broken only to be short.
                i += 2;
            }
            else if (whole[i] == '=' && i + 2 < whole.Length
                && byte.TryParse(whole.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else if (whole[i] != '\r')
            {
                bytes.Add((byte)whole[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static void EncodeLine(StringBuilder encoded, ReadOnlySpan<char> line)
    {
        // Most lines are as they should be: short, plain, and without a blank at the end.
        if (line.Length < LineCharacters && !line.EndsWith(' ') && !line.ContainsAnyExcept(Plain))
        {
            encoded.Append(line);
            return;
        }

        EncodeBytes(encoded, Encoding.UTF8.GetBytes([.. line]));
    }

    private static void EncodeBytes(StringBuilder encoded, byte[] line)
    {
        var length = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var isLast = i == line.Length - 1;
            // A blank at the end of a line may be lost on the way.
            var literal = line[i] is >= 33 and <= 126 and not (byte)'=' || (line[i] is 32 or 9 && !isLast);
            var width = literal ? 1 : 3;
            if (length + width > LineCharacters - 1)
            {
                encoded.Append("=\r\n");
                length = 0;
            }

            _ = literal
                ? encoded.Append((char)line[i])
                : encoded.Append('=').Append(line[i].ToString("X2", CultureInfo.InvariantCulture));
            length += width;
        }
    }
}
