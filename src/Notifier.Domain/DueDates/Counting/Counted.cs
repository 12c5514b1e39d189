namespace Notifier.DueDates.Counting;

/// <summary>What a count came to: nothing to count from, a day, or a school year that is not on file.</summary>
internal readonly struct Counted
{
    private Counted(int day, int start, int notBefore, string? problem, bool isFound, bool isAgreed)
    {
        Day = day;
        Start = start;
        NotBefore = notBefore;
        Problem = problem;
        IsFound = isFound;
        IsAgreed = isAgreed;
    }

    public int Day { get; }

    /// <summary>The date the clock started: day 0.</summary>
    public int Start { get; }

    /// <summary>Of a count that cannot be finished: the earliest day it could have ended on.</summary>
    public int NotBefore { get; }

    /// <summary>Why the count cannot be finished; null when it can, or never began.</summary>
    public string? Problem { get; }

    public bool IsFound { get; }

    /// <summary>The day was agreed in writing instead of counted.</summary>
    public bool IsAgreed { get; }

    /// <summary>The date it starts from is not on record.</summary>
    public bool IsNotRecorded => !IsFound && Problem is null;

    public static Counted NotRecorded => default;

    public static Counted On(int day) => new(day, day, 0, null, true, false);

    public static Counted Unfinished(int start, int notBefore, string problem) =>
        new(0, start, notBefore, problem, false, false);

    /// <summary>The same clock, on another day.</summary>
    public Counted To(int day) => new(day, Start, 0, null, true, IsAgreed);

    /// <summary>The same day under a clock that began at another time.</summary>
    public Counted StartedOn(int start) => new(Day, start, NotBefore, Problem, IsFound, IsAgreed);

    public Counted AgreedOn(int day) => new(day, IsNotRecorded ? day : Start, 0, null, true, true);

    /// <summary>The earlier of two clocks; one that cannot be finished governs unless it certainly ends later.</summary>
    public static Counted Earlier(in Counted first, in Counted second)
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
    public static Counted Later(in Counted first, in Counted second)
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
}
