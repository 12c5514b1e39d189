namespace Notifier.Testing.Flow;

/// <summary>What came of a year of schedule changes.</summary>
/// <param name="Promised">Students whose plan promises the notice.</param>
/// <param name="Posts">Changes with their later versions.</param>
/// <param name="Texts">That families got.</param>
/// <param name="Owed">Evenings on which a person was owed a text, everything having been announced before the evening hour.</param>
/// <param name="InWindow">Of these the ones with the truth told from the evening hour until texts end, by the person's clock.</param>
/// <param name="OutsideHours">Texts before eight or from eight in the evening on.</param>
/// <param name="Wrong">Whoever does not have the truth as the last word of a day.</param>
public sealed record YearOfChangesResult(
    int Promised, int Posts, int Texts, int Owed, int InWindow, int OutsideHours, IReadOnlyList<string> Wrong);
