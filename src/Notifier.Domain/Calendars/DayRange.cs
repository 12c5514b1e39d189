namespace Notifier.Calendars;

/// <summary>Days from first to last, both included.</summary>
internal sealed record DayRange(int First, int Last, string Name)
{
    public IEnumerable<int> Days => Enumerable.Range(First, Math.Max(0, Last - First + 1));

    public static DayRange From(CalendarEntry entry) =>
        new(DayNumber.Of(entry.FirstDate), DayNumber.Of(entry.LastDate), entry.Name);

    public bool Holds(int day) => First <= day && day <= Last;

    public bool Meets(DayRange other) => First <= other.Last && other.First <= Last;
}
