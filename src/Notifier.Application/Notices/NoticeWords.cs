namespace Notifier.Application.Notices;

/// <summary>
/// The words of one notice, by name. A word that is blank is left out, so that a wording that needs it fails instead of
/// showing a gap; a wording may ask <c>HasName</c> for a word that may be missing.
/// </summary>
public sealed class NoticeWords
{
    private readonly Dictionary<string, object> words = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, object> All => words;

    /// <summary>A word that every notice of this kind has.</summary>
    public NoticeWords With(string name, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            words[name] = OneLine(value);
        }

        return this;
    }

    public NoticeWords With(string name, bool value)
    {
        words[name] = value;
        return this;
    }

    /// <summary>A word that may be missing.</summary>
    public NoticeWords WithOptional(string name, string? value)
    {
        words[$"Has{name}"] = !string.IsNullOrWhiteSpace(value);
        return With(name, value ?? "");
    }

    public NoticeWords With(string name, IEnumerable<string> values)
    {
        var list = values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(OneLine).ToList();
        words[$"Has{name}"] = list.Count > 0;
        words[name] = list;
        return this;
    }

    public NoticeWords With(string name, IEnumerable<NoticeWords> rows)
    {
        words[name] = rows.Select(row => row.All).ToList();
        return this;
    }

    // A line break inside a name would begin a new line of the letter, and could begin a heading.
    private static string OneLine(string text) => text.AsSpan().IndexOfAny('\r', '\n', '\t') < 0
        ? text
        : string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
