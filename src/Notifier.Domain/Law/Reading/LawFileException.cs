namespace Notifier.Law.Reading;

/// <summary>A law file does not obey the vocabulary: which file, which place in it, and how to mend it.</summary>
public sealed class LawFileException(string file, string place, string message, Exception? inner = null)
    : Exception($"{file}, at {place}: {message}", inner)
{
    public string File { get; } = file;

    /// <summary>A path from the root: <c>$.obligations.annual-review[0].count</c>.</summary>
    public string Place { get; } = place;
}
