using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Notifier.Adapters.Tests.Outbox;

/// <summary>Reads a mail the way a mail program does, written from the standards and not from the code under test.</summary>
internal sealed partial class MailParts
{
    private readonly List<(string Name, string Value)> headers = [];

    public List<(string Type, string Text)> Parts { get; } = [];

    public static MailParts Parse(byte[] raw)
    {
        var mail = new MailParts();
        var text = Encoding.ASCII.GetString(raw);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        mail.ReadHeaders(text[..end]);
        var type = mail.Header("Content-Type")!;
        var body = text[(end + 4)..];
        if (Boundary().Match(type) is { Success: true } boundary)
        {
            var mark = $"--{boundary.Groups[1].Value}";
            var pieces = body.Split($"{mark}\r\n");
            Assert.Equal("", pieces[0]);
            Assert.EndsWith($"{mark}--\r\n", pieces[^1], StringComparison.Ordinal);
            pieces[^1] = pieces[^1][..^(mark.Length + 4)];
            foreach (var piece in pieces.Skip(1))
            {
                var inner = Parse(Encoding.ASCII.GetBytes(piece));
                mail.Parts.AddRange(inner.Parts);
            }
        }
        else if (mail.Header("Content-Transfer-Encoding") == "base64")
        {
            Assert.All(body.Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));
            mail.Parts.Add((type, Encoding.UTF8.GetString(Convert.FromBase64String(body))));
        }
        else
        {
            Assert.Equal("quoted-printable", mail.Header("Content-Transfer-Encoding"));
            mail.Parts.Add((type, Unquote(body)));
        }

        return mail;
    }

    public string? Header(string name)
    {
        var found = headers.Where(header => header.Name == name).ToList();
        Assert.InRange(found.Count, 0, 1);
        return found.Count == 0 ? null : found[0].Value;
    }

    private void ReadHeaders(string block)
    {
        foreach (var line in block.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n"))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            Assert.True(colon > 0, $"'{line}' is no header");
            headers.Add((line[..colon], Decode(line[(colon + 2)..])));
        }
    }

    private static string Decode(string value)
    {
        var joined = BetweenWords().Replace(value, "?==?");
        return Word().Replace(joined, word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));
    }

    private static string Unquote(string body)
    {
        var bytes = new List<byte>();
        var text = body.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        // The last line break belongs to what follows.
        var decoded = Encoding.UTF8.GetString([.. bytes]).Replace("\r\n", "\n", StringComparison.Ordinal);
        return decoded[..^1];
    }

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=")]
    private static partial Regex Word();
}
