using NodaTime;
using Notifier.Notices;

namespace Notifier.Application.Notices;

/// <summary>One part of an overview: what of it is said, and what is only counted.</summary>
/// <param name="Shown">In the part's order.</param>
/// <param name="Left">Too much for one mail.</param>
internal sealed record DigestPart(IReadOnlyList<DigestGroup> Shown, IReadOnlyList<DigestGroup> Left)
{
    // A mail is read on a phone: what is further down is told once what is above is done.
    private const int Most = 25;

    // What is due, or became overdue, within a week is said however long the part is.
    private const int NearDays = 7;

    /// <summary>How many due dates are only counted.</summary>
    public int LeftCount => Left.Sum(group => group.Lines.Count);

    /// <param name="sorted">All of the part.</param>
    /// <param name="first">What stands in front of the overview is never cut.</param>
    /// <param name="today">The reader's date.</param>
    public static DigestPart Of(IReadOnlyList<DigestGroup> sorted, IReadOnlyList<DoFirst> first, LocalDate today)
    {
        var stays = sorted.ToLookup(group => Math.Abs(DaysTo(group, today)) <= NearDays
            || first.Any(one => one.Line is { } line && group.Lines.Contains(line)));
        // What can still be kept before what is late, and of that the newest: what is overdue for a year waits longest.
        var more = stays[false].OrderBy(group => DaysTo(group, today) < 0).ThenBy(group => Math.Abs(DaysTo(group, today)))
            .Take(Math.Max(0, Most - stays[true].Count()));
        var shown = stays[true].Concat(more).ToHashSet();
        return new([.. sorted.Where(shown.Contains)], [.. sorted.Where(group => !shown.Contains(group))]);
    }

    /// <summary>What is left out, in words; null: nothing.</summary>
    /// <param name="today">The reader's date.</param>
    /// <param name="say">How a date is said.</param>
    public string? More(LocalDate today, Func<LocalDate, string> say) =>
        Left.Count == 0 ? null
        : Left.All(group => DaysTo(group, today) < 0) ? $"{LeftCount} more, due {say(Left.Max(group => group.Due.DueOn!.Value))} or before"
        : $"{LeftCount} more";

    private static int DaysTo(DigestGroup group, LocalDate today) => Period.DaysBetween(today, group.Due.DueOn!.Value);
}
