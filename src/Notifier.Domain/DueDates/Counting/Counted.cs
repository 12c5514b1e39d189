namespace Notifier.DueDates.Counting;

/// <summary>What a count came to: nothing to count from, a day, or a school year that is not on file.</summary>
/// <remarks>
/// Two words, so that it stays in registers on its way through the nodes: two narrower fields in one word would be put
/// together through memory at every return.
/// </remarks>
internal readonly struct Counted
{
    private static readonly Ending Found = new(null, 0);
    private static readonly Ending Agreed = new(null, 0);

    // Null: the date it starts from is not on record.
    private readonly Ending? ending;
    private readonly long startAndDay;

    private Counted(Ending? ending, int day, int start)
    {
        this.ending = ending;
        startAndDay = ((long)start << 32) | (uint)day;
    }

    public int Day => (int)startAndDay;

    /// <summary>The date the clock started: day 0.</summary>
    public int Start => (int)(startAndDay >> 32);

    /// <summary>Of a count that cannot be finished: the earliest day it could have ended on.</summary>
    public int NotBefore => ending?.NotBefore ?? 0;

    /// <summary>Why the count cannot be finished; null when it can, or never began.</summary>
    public string? Problem => ending?.Problem;

    public bool IsFound => ending is { Problem: null };

    /// <summary>The day was agreed in writing instead of counted.</summary>
    public bool IsAgreed => ending == Agreed;

    /// <summary>The date it starts from is not on record.</summary>
    public bool IsNotRecorded => ending is null;

    public static Counted NotRecorded => default;

    public static Counted On(int day) => new(Found, day, day);

    public static Counted Unfinished(int start, int notBefore, string problem) => new(new Ending(problem, notBefore), 0, start);

    /// <summary>The same clock, on another day.</summary>
    public Counted To(int day) => new(IsAgreed ? Agreed : Found, day, Start);

    /// <summary>The same day under a clock that began at another time.</summary>
    public Counted StartedOn(int start) => new(ending, Day, start);

    public Counted AgreedOn(int day) => new(Agreed, day, IsNotRecorded ? day : Start);

    /// <summary>The earlier of two clocks; one that cannot be finished governs unless it certainly ends later.</summary>
    public static Counted Earlier(Counted first, Counted second)
    {
        if (first.IsNotRecorded)
        {
            return second;
        }

        if (second.IsNotRecorded)
        {
            return first;
        }

        if (first.IsFound && second.IsFound)
        {
            return second.Day < first.Day ? second : first;
        }

        if (!first.IsFound && !second.IsFound)
        {
            return second.NotBefore < first.NotBefore ? second : first;
        }

        var (found, unfinished) = first.IsFound ? (first, second) : (second, first);
        return found.Day <= unfinished.NotBefore ? found : unfinished;
    }

    /// <summary>The later of two clocks; one that cannot be finished always governs.</summary>
    public static Counted Later(Counted first, Counted second)
    {
        if (first.IsNotRecorded || second.IsNotRecorded)
        {
            return first.IsNotRecorded ? second : first;
        }

        if (first.IsFound && second.IsFound)
        {
            return second.Day > first.Day ? second : first;
        }

        return first.IsFound ? second : first;
    }

    /// <summary>How a count that began came to its end: on a day, or for want of a school year.</summary>
    private sealed class Ending(string? problem, int notBefore)
    {
        public string? Problem => problem;

        public int NotBefore => notBefore;
    }
}
