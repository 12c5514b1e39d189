using NodaTime;

namespace Notifier.Adapters.Sqlite;

/// <summary>Moments as numbers that sort: Unix time in units of 100 ns.</summary>
internal static class Moments
{
    /// <summary>Earlier than every moment: deliver at once.</summary>
    public const long AtOnce = long.MinValue;

    public static long Floor(Instant moment) => moment.ToUnixTimeTicks();

    /// <summary>Never earlier than asked for.</summary>
    public static long Ceiling(Instant moment)
    {
        var floor = moment.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(floor) < moment ? floor + 1 : floor;
    }

    public static Instant From(long ticks) => Instant.FromUnixTimeTicks(ticks);
}
