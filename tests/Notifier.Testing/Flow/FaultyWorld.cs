using NodaTime;

namespace Notifier.Testing.Flow;

/// <summary>A world in memory whose store, queues and channel break by a seed, and whose process is started again after each crash.</summary>
public sealed class FaultyWorld
{
    private readonly FakeClock clock;
    private readonly WatchedTables tables;
    private readonly WatchedQueues queues;

    /// <param name="start">Where the clock stands.</param>
    /// <param name="faults">What breaks; nothing before <see cref="RunUntilAsync"/>.</param>
    public FaultyWorld(Instant start, Faults faults)
    {
        Faults = faults;
        clock = new FakeClock(start);
        var inner = new InMemoryQueues(clock);
        tables = new(
            new InMemoryTables(), (what, table) => faults.Step($"before {what} {table}"), (what, table) => faults.Step($"after {what} {table}"));
        queues = new(
            inner, inner, (what, queue) => faults.Step($"before {what} {queue}"), (what, queue) => faults.Step($"after {what} {queue}"));
        Channel = new FakeChannel { Around = when => faults.Step($"{when} the channel") };
        faults.Pause();
        World = Started();
    }

    public Faults Faults { get; }

    public FakeChannel Channel { get; }

    /// <summary>Of the process that lives now.</summary>
    public FlowWorld World { get; private set; }

    public int Crashes => Faults.Happened.Count(what => what.StartsWith("crash", StringComparison.Ordinal));

    public string Happened => string.Join(", ", Faults.Happened);

    /// <summary>Hour by hour, with faults.</summary>
    public async Task RunUntilAsync(Instant end)
    {
        Faults.Continue();
        while (clock.GetCurrentInstant() < end)
        {
            try
            {
                await World.RunHourAsync();
                clock.Advance(Duration.FromHours(1));
            }
            // A sweep that went on past the first failure tells of all of them together.
            catch (Exception problem) when (Faults.IsOne<CrashException>(problem))
            {
                Faults.Restart();
                clock.Advance(Duration.FromMinutes(6));
                World = Started();
            }
            catch (Exception problem) when (problem is TimeoutException or AggregateException)
            {
                clock.Advance(Duration.FromMinutes(10));
            }
        }

        Faults.Pause();
    }

    /// <summary>Nothing breaks between the last stop and this moment, nor runs.</summary>
    public void MoveTo(Instant moment) => clock.MoveTo(moment);

    /// <summary>One hour in which nothing breaks any more.</summary>
    public async Task EndAsync()
    {
        Faults.Stop();
        await World.RunHourAsync();
    }

    private FlowWorld Started() => new(tables, queues, queues, Channel, clock) { FailuresEndTheTest = false };
}
