namespace Notifier.ScheduleChanges;

/// <summary>What one person was told last about one day.</summary>
/// <param name="Said">The <see cref="ScheduleChange.Said"/> of each change that was said; empty: that the day is normal after all.</param>
/// <param name="Early">It was said before the evening before, to be said again then.</param>
public sealed record ToldDay(IReadOnlyList<string> Said, bool Early);
