namespace Notifier.Cli.CommandLine;

/// <summary>Finds what somebody probably meant to type.</summary>
public static class NearestWords
{
    /// <returns>At most <paramref name="most"/> candidates that differ in a third of their letters or less, nearest first.</returns>
    public static IReadOnlyList<string> To(string typed, IEnumerable<string> candidates, int most = 3) =>
    [
        .. candidates.Select(word => (Word: word, Distance: Distance(typed, word)))
            .Where(near => near.Distance <= Math.Max(1, Math.Max(typed.Length, near.Word.Length) / 3))
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Word, StringComparer.Ordinal)
            .Take(most)
            .Select(near => near.Word),
    ];

    /// <summary>Letters to insert, drop, change or swap with their neighbour; upper and lower case are alike.</summary>
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Best(i, j);
            }
        }

        return rows[one.Length, other.Length];

        int Best(int i, int j)
        {
            var change = Same(i, j) ? 0 : 1;
            var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + change);
            var swapped = i > 1 && j > 1 && Same(i, j - 1) && Same(i - 1, j);
            return swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
        }

        bool Same(int i, int j) => char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
    }
}
