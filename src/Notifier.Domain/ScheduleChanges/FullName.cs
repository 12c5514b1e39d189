namespace Notifier.ScheduleChanges;

/// <summary>Two words of a text that may be somebody's first and last name.</summary>
/// <param name="First">As <see cref="NameWord.Folded"/>.</param>
/// <param name="Last">The same.</param>
/// <param name="From">The place of the earlier of the two among the text's words.</param>
/// <param name="To">The place of the later.</param>
public sealed record FullName(string First, string Last, int From, int To);
