namespace Notifier.Testing.Flow;

/// <summary>
/// Breaks calls of store, queue and channel by a seed: an error of one call, before or after it took effect, or a crash
/// after which every call fails until the process is started again.
/// </summary>
/// <param name="seed">The same seed breaks the same calls.</param>
/// <param name="crashes">How many crashes at most.</param>
/// <param name="errors">How many single errors at most.</param>
public sealed class Faults(int seed, int crashes, int errors)
{
    private readonly Random random = new(seed);
    private int crashesLeft = crashes;
    private int errorsLeft = errors;
    private bool isDead;
    private bool isPaused;

    /// <summary>One call in so many breaks.</summary>
    public int OneIn { get; init; } = 40;

    /// <summary>What broke, in order, for the message of a failing test.</summary>
    public List<string> Happened { get; } = [];

    /// <summary>What is done for each of many alone fails once for all of them.</summary>
    public static bool IsOne<T>(Exception problem)
        where T : Exception => problem is T || (problem is AggregateException all && all.InnerExceptions.Any(one => one is T));

    public void Pause() => isPaused = true;

    public void Continue() => isPaused = false;

    public void Restart() => isDead = false;

    /// <summary>From now on nothing breaks any more.</summary>
    public void Stop() => (crashesLeft, errorsLeft, isDead) = (0, 0, false);

    /// <summary>Called before and after every call.</summary>
    public void Step(string where)
    {
        if (isDead)
        {
            throw new CrashException(where);
        }

        if (isPaused || crashesLeft + errorsLeft == 0 || random.Next(OneIn) > 0)
        {
            return;
        }

        if (random.Next(crashesLeft + errorsLeft) < crashesLeft)
        {
            crashesLeft--;
            isDead = true;
            Happened.Add($"crash {where}");
            throw new CrashException(where);
        }

        errorsLeft--;
        Happened.Add($"error {where}");
        throw new TimeoutException($"no answer {where}");
    }
}
