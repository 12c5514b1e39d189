using Notifier.PlanDates;

namespace Notifier.ScheduleChanges;

/// <summary>
/// Full names in what an office writes. A first name alone is no full name: among hundreds of families it names nobody; with
/// one of the last names it names one child.
/// </summary>
public static class FullNames
{
    // "Maya Luisa Quintanilla": one middle name; initials and "de la" do not count.
    private const int MostBetween = 1;
    private const int Reach = 5;

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "de", "del", "la", "las", "los", "el", "y", "e", "da", "das", "do", "dos", "di", "du", "le", "van", "von", "der", "den", "ten",
        "bin", "ibn", "al", "st", "jr", "sr", "ii", "iii", "and",
    };

    /// <summary>Each word of the first name with each of the last name, by either of which a child is known.</summary>
    public static IEnumerable<(string First, string Last)> Of(Student student) =>
        from first in Known(student.GivenName)
        from last in Known(student.LastName)
        select (first, last);

    /// <summary>Every two words near enough to be one name, in either order.</summary>
    public static IEnumerable<FullName> MayStandIn(IReadOnlyList<NameWord> words)
    {
        for (var from = 0; from < words.Count; from++)
        {
            var between = 0;
            for (var to = from + 1; to < words.Count && to - from <= Reach && between <= MostBetween; to++)
            {
                yield return new(words[from].Folded, words[to].Folded, from, to);
                yield return new(words[to].Folded, words[from].Folded, from, to);
                between += IsSmall(words[to].Folded) ? 0 : 1;
            }
        }
    }

    // Somebody called Mai Le has no other last name.
    private static List<string> Known(string name)
    {
        var words = NameWords.Of(name).Select(one => one.Folded).Distinct(StringComparer.Ordinal).ToList();
        return words.Exists(word => !IsSmall(word)) ? words.FindAll(word => !IsSmall(word)) : words;
    }

    private static bool IsSmall(string word) => word.Length < 2 || Small.Contains(word);
}
