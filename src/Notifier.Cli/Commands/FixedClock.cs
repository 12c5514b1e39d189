using NodaTime;

namespace Notifier.Cli.Commands;

/// <summary>The clock of <c>--at</c>: it stands.</summary>
public sealed class FixedClock(Instant moment) : IClock
{
    public Instant GetCurrentInstant() => moment;
}
