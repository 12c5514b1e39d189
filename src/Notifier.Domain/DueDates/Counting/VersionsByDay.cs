using Notifier.Calendars;
using Notifier.Law;

namespace Notifier.DueDates.Counting;

/// <summary>The versions of a rule, newest first, looked up by the day number that decides between them.</summary>
internal sealed class VersionsByDay<T>(IReadOnlyList<T> versions) where T : LawVersion
{
    private readonly T[] all = [.. versions];
    private readonly int[] from = [.. versions.Select(version => DayNumber.Of(version.From))];
    private readonly int[] until =
        [.. versions.Select(version => version.Until is { } last ? DayNumber.Of(last) : int.MaxValue)];

    public int Count => all.Length;

    public T this[int index] => all[index];

    public bool InForceOn(int index, int day) => from[index] <= day && day <= until[index];

    /// <summary>The version in force on a day; before the first one on file, the oldest.</summary>
    public T On(int day)
    {
        for (var index = 0; index < all.Length; index++)
        {
            if (InForceOn(index, day))
            {
                return all[index];
            }
        }

        return all[^1];
    }
}
