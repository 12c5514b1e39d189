using System.Text;
using System.Text.RegularExpressions;

namespace Notifier.Adapters.Outbox;

/// <summary>Reads back from the outbox's own files who was sent what and why; nothing else has to be kept.</summary>
internal static partial class OutboxReader
{
    /// <summary>Every whole file, in order of recipient, date, hour and file.</summary>
    public static IReadOnlyList<OutboxEntry> ReadAll(string folder) =>
        !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateDirectories(folder)
                .SelectMany(day => Directory.EnumerateFiles(day))
                .Where(path => !Path.GetFileName(path).StartsWith('.'))
                .Where(path => Path.GetExtension(path) is ".eml" or ".txt")
                .Select(path => Read(folder, path))
                .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(entry => entry.Address, StringComparer.Ordinal)
                .ThenBy(entry => entry.Date, StringComparer.Ordinal)
                .ThenBy(entry => entry.Hour, StringComparer.Ordinal)
                .ThenBy(entry => entry.File, StringComparer.Ordinal)];

    private static OutboxEntry Read(string folder, string path)
    {
        var isText = Path.GetExtension(path) == ".txt";
        using var reader = new StreamReader(path, Encoding.UTF8);
        var fields = ReadFields(reader);
        var (name, address) = isText ? (Value(fields, "Name"), Value(fields, "To")) : Parted(Value(fields, "To"));
        return new OutboxEntry
        {
            File = Path.GetRelativePath(folder, path).Replace('\\', '/'),
            Date = Path.GetFileName(Path.GetDirectoryName(path)!),
            Hour = Hour().Match(Value(fields, "Date")).Value,
            Kind = isText ? "text" : "email",
            Name = name,
            Address = address,
            Language = Value(fields, isText ? "Language" : "Content-Language"),
            Says = isText ? reader.ReadToEnd().Trim() : Value(fields, "Subject"),
            Why = Value(fields, isText ? "Why" : "X-Notifier-Why"),
            NoticeId = Value(fields, isText ? "Notice" : "X-Notifier-Notice"),
        };
    }

    internal static Dictionary<string, string> ReadFields(TextReader reader)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var last = "";
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            if (line[0] == ' ')
            {
                // Between two encoded words the fold itself is no blank (RFC 2047, 6.2).
                var glue = fields[last].EndsWith("?=", StringComparison.Ordinal) && line.StartsWith(" =?", StringComparison.Ordinal);
                fields[last] += glue ? line[1..] : line;
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            last = colon < 0 ? line : line[..colon];
            fields[last] = colon < 0 ? "" : line[(colon + 1)..].Trim();
        }

        return fields;
    }

    internal static string Value(Dictionary<string, string> fields, string name) =>
        Decoded(fields.GetValueOrDefault(name, ""));

    private static (string Name, string Address) Parted(string to)
    {
        var open = to.LastIndexOf('<');
        return open < 0
            ? ("", to)
            : (Unquoted(to[..open].Trim()), to[(open + 1)..].TrimEnd('>'));
    }

    private static string Unquoted(string name) =>
        name.Length > 1 && name[0] == '"' && name[^1] == '"' ? Escaped().Replace(name[1..^1], "$1") : name;

    private static string Decoded(string text) =>
        EncodedWord().Replace(text, word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex EncodedWord();

    // Of "Tue, 17 Nov 2026 18:00:00 -0600" as of "2026-11-17 18:00 America/Chicago".
    [GeneratedRegex(@"\b[0-2][0-9]:[0-5][0-9]")]
    private static partial Regex Hour();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}
