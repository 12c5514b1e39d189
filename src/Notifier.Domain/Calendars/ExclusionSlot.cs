using Notifier.Law.Counts;

namespace Notifier.Calendars;

/// <summary>One kind of exclusion and its place in every calendar's index.</summary>
internal sealed class ExclusionSlot
{
    private static readonly Lock SlotsLock = new();
    private static readonly Dictionary<DayExclusion, ExclusionSlot> Slots = [];

    private ExclusionSlot(DayExclusion exclusion, int index)
    {
        Exclusion = exclusion;
        Index = index;
    }

    public DayExclusion Exclusion { get; }

    public int Index { get; }

    public static ExclusionSlot Of(DayExclusion exclusion)
    {
        lock (SlotsLock)
        {
            if (!Slots.TryGetValue(exclusion, out var slot))
            {
                slot = new ExclusionSlot(exclusion, Slots.Count);
                Slots.Add(exclusion, slot);
            }

            return slot;
        }
    }
}
