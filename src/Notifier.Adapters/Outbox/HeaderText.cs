using System.Text;

namespace Notifier.Adapters.Outbox;

/// <summary>Header fields of a mail: folded, and any text made fit for them (RFC 5322, RFC 2047).</summary>
internal static class HeaderText
{
    // An encoded word is at most 75 characters; 45 bytes of UTF-8 become 60 of base64.
    private const int WordBytes = 45;
    private const int WordMarks = 12;
    private const int LineCharacters = 76;

    /// <summary>A field with free text, for example the subject.</summary>
    public static string Field(string name, string text) => $"{name}: {Unstructured(text, name.Length + 2)}\r\n";

    /// <summary>A field with one address and the name of whom it belongs to.</summary>
    public static string AddressField(string name, string displayName, string address)
    {
        var clean = OneLine(displayName);
        var shown = clean.Length == 0 ? "" : IsPlain(clean) ? Quoted(clean) : Encoded(clean, name.Length + 2);
        var line = $"{name}: {shown}";
        var bracketed = $"<{OneLine(address)}>";
        var lastLine = line.Length - (line.LastIndexOf('\n') + 1);
        return lastLine + bracketed.Length + 1 > LineCharacters
            ? $"{line}\r\n {bracketed}\r\n"
            : $"{line}{(shown.Length == 0 ? "" : " ")}{bracketed}\r\n";
    }

    private static string Unstructured(string text, int used)
    {
        var clean = OneLine(text);
        return IsPlain(clean) && !clean.Contains("=?", StringComparison.Ordinal) ? Folded(clean, used)
            : Encoded(clean, used);
    }

    // Lines are folded at spaces; a line break inside a value would start another field.
    private static string Folded(string text, int used)
    {
        var folded = new StringBuilder();
        var length = used;
        foreach (var word in text.Split(' '))
        {
            if (length + word.Length + 1 > LineCharacters && folded.Length > 0)
            {
                folded.Append("\r\n");
                length = 0;
            }

            folded.Append(folded.Length == 0 ? "" : " ").Append(word);
            length += word.Length + 1;
        }

        return folded.ToString();
    }

    private static string Encoded(string text, int used)
    {
        var words = new List<string>();
        var bytes = new List<byte>(WordBytes);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            // The first word shares its line with the field's name.
            var most = words.Count > 0 ? WordBytes : (LineCharacters - used - WordMarks) / 4 * 3;
            if (bytes.Count + length > most)
            {
                words.Add(Word(bytes));
                bytes.Clear();
            }

            bytes.AddRange(utf8[..length]);
        }

        words.Add(Word(bytes));
        return string.Join("\r\n ", words);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and <= '~');

    private static string OneLine(string text) =>
        new([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]);
}
