namespace Notifier.Calendars;

/// <content>Calendar days that leave out summers, breaks or listed ranges.</content>
public sealed partial class SchoolCalendar
{
    private readonly Lock excludedLock = new();
    private volatile ExcludedDays?[] excluded = new ExcludedDays?[8];

    /// <summary>The n-th date strictly after the day that is not excluded.</summary>
    internal int DayAfterExcluding(int day, int n, ExclusionSlot slot)
    {
        var sets = excluded;
        var set = slot.Index < sets.Length ? sets[slot.Index] : null;
        return (set ?? MakeExcluded(slot)).DayAfter(day, n);
    }

    internal bool IsExcluded(int day, ExclusionSlot slot)
    {
        DayAfterExcluding(day, 1, slot);
        return excluded[slot.Index]!.Holds(day);
    }

    private ExcludedDays MakeExcluded(ExclusionSlot slot)
    {
        lock (excludedLock)
        {
            var sets = excluded;
            if (slot.Index >= sets.Length)
            {
                Array.Resize(ref sets, slot.Index + 8);
            }

            var set = sets[slot.Index] ??= new ExcludedDays(rows, years, slot.Exclusion, CertainSummer);
            excluded = sets;
            return set;
        }
    }
}
