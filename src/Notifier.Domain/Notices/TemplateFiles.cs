using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Notifier.PlanDates;

namespace Notifier.Notices;

/// <summary>The wordings embedded in this assembly: <c>Notices/Templates/LANGUAGE/NAME.PART.hbs</c>.</summary>
public static class TemplateFiles
{
    private const string Root = "Notices/Templates/";
    private const string Ending = ".hbs";

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Texts = Load();

    /// <summary>Two-letter codes, in order.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Texts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every wording of a language: <c>annual-review.sms</c>, <c>_stop.sms</c> (a piece of others) to its text.</summary>
    /// <exception cref="KeyNotFoundException">There is no such language.</exception>
    public static IReadOnlyDictionary<string, string> Of(string language) => Texts[language];

    public static bool Has(string language, string file) =>
        Texts.TryGetValue(language, out var files) && files.ContainsKey(file);

    /// <summary>Another file beside the wordings, for example <c>en/words.json</c>; null: there is none.</summary>
    public static Stream? Open(string path) => typeof(TemplateFiles).Assembly.GetManifestResourceStream(Root + path);

    /// <summary>The channel a wording is for: <c>annual-review.sms</c>.</summary>
    public static Channel ChannelOf(string file) => file.EndsWith(".sms", StringComparison.Ordinal) ? Channel.Sms : Channel.Email;

    /// <summary>
    /// Stands for the words as they are now, the pieces they may use included: evidence can tell which words a person
    /// got, and an approval which words were read.
    /// </summary>
    public static string Fingerprint(string language, string template, Channel channel)
    {
        var text = new StringBuilder();
        foreach (var (file, content) in Of(language).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            if (ChannelOf(file) == channel && (file.StartsWith('_') || file.StartsWith(template + ".", StringComparison.Ordinal)))
            {
                text.Append(file).Append('\n').Append(content.ReplaceLineEndings("\n"));
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..8];
    }

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load() =>
        typeof(TemplateFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => name[Root.Length..^Ending.Length].Split('/'))
            .GroupBy(path => path[0])
            .ToFrozenDictionary(
                language => language.Key,
                language => language.ToFrozenDictionary(path => path[1], path => Read($"{path[0]}/{path[1]}{Ending}")));

    private static string Read(string path)
    {
        using var reader = new StreamReader(Open(path)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
