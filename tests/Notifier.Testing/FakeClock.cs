using NodaTime;

namespace Notifier.Testing;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class FakeClock(Instant now) : IClock
{
    private Instant now = now;

    public Instant GetCurrentInstant() => now;

    public void Advance(Duration by) => now += by;

    public void MoveTo(Instant moment) => now = moment;
}
