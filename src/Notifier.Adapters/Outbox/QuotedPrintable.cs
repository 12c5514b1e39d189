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
