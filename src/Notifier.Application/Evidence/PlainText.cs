namespace Notifier.Application.Evidence;

/// <summary>Words of others, made fit for a terminal and a page: nothing in them can move the cursor or hide a line.</summary>
public static class PlainText
{
    public static string OneLine(string text) => Clean(text.ReplaceLineEndings(" ")).Trim();

    /// <summary>Line by line, without the blank lines at the end.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(Clean)];

    // Marks that turn the direction of writing can show a number backwards.
    private static string Clean(string text) => new([.. text.Select(c =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') ? ' ' : c)]);
}
