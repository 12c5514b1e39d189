namespace Notifier.ScheduleChanges;

/// <summary>What of a summary is meant as it stands: a place, a school named for a person, an awareness day.</summary>
public sealed class MeantWords(IEnumerable<string> phrases)
{
    private readonly List<string> phrases = [.. phrases];

    /// <summary>Whether each of two words lies in a phrase that stands there.</summary>
    public bool Cover(IReadOnlyList<NameWord> words, int one, int other) => Holds(words, one) && Holds(words, other);

    /// <summary>Whether characters lie in one.</summary>
    public bool CoverText(IReadOnlyList<NameWord> words, int start, int end) =>
        phrases.Exists(phrase => NameWords.PlacesOf(phrase, words).Any(place => words[place.First].Start <= start && end <= words[place.Last].End));

    private bool Holds(IReadOnlyList<NameWord> words, int at) =>
        phrases.Exists(phrase => NameWords.PlacesOf(phrase, words).Any(place => place.First <= at && at <= place.Last));
}
