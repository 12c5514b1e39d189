using NodaTime;

namespace Notifier.Cli.Demo;

/// <summary>The clock of a day that is lived through in seconds.</summary>
public sealed class DemoClock(Instant start) : IClock
{
    private Instant now = start;

    public Instant GetCurrentInstant() => now;

    public void MoveTo(Instant moment) => now = Instant.Max(now, moment);
}
