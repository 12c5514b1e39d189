namespace Notifier.ScheduleChanges;

/// <summary>A word as names are compared: in small letters, without accents, apostrophes and the s of "Maya's".</summary>
/// <param name="Folded">The word so.</param>
/// <param name="Start">Where it begins in the text it stands in.</param>
/// <param name="End">Behind its last character there.</param>
public sealed record NameWord(string Folded, int Start, int End);
