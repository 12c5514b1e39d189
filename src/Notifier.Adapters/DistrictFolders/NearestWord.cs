namespace Notifier.Adapters.DistrictFolders;

/// <summary>What somebody probably meant to write.</summary>
internal static class NearestWord
{
    /// <returns>The word with the fewest changed letters, capitals not counted, or null when none is near.</returns>
    public static string? Of(string text, IEnumerable<string> words)
    {
        if (text.Length is 0 or > 60)
        {
            return null;
        }

        // A third of the letters may be wrong; beyond that a suggestion is a guess.
        var most = Math.Max(1, text.Length / 3);
        return words
            .Where(word => word.Length > 0)
            .Select(word => (Word: word, Changes: Changes(text.ToUpperInvariant(), word.ToUpperInvariant())))
            .Where(pair => pair.Changes <= most)
            .OrderBy(pair => pair.Changes)
            .Select(pair => pair.Word)
            .FirstOrDefault();
    }

    // Levenshtein's distance, two letters changing places counted as one change.
    private static int Changes(string from, string to)
    {
        var (twoBack, back, row) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var j = 0; j <= to.Length; j++)
        {
            back[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = from[i - 1] == to[j - 1];
                row[j] = Math.Min(Math.Min(row[j - 1], back[j]) + 1, back[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], twoBack[j - 2] + 1);
                }
            }

            (twoBack, back, row) = (back, row, twoBack);
        }

        return back[to.Length];
    }
}
