using NodaTime;

namespace Notifier.Cli.Commands;

/// <summary>The clock of <c>--once</c>: it stands while everything due at its moment is handled.</summary>
public sealed class FixedClock(Instant moment) : IClock
{
    public Instant GetCurrentInstant() => moment;
}
