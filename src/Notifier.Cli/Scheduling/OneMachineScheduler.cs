using Microsoft.Extensions.Logging;
using NodaTime;
using Notifier.Application.Queues;
using Notifier.Application.Storage;

namespace Notifier.Cli.Scheduling;

/// <summary>
/// Runs the function classes in this process, as the Functions host does in Azure: timers by their schedules, one late
/// call after an outage; messages at least once, set aside after too many failures.
/// </summary>
/// <param name="functions">What to call when.</param>
/// <param name="services">Gives each call an instance, in a scope of its own.</param>
/// <param name="tables">Where the timers' last calls are remembered.</param>
/// <param name="queues">Where the messages are.</param>
/// <param name="settings">How many at once, how long.</param>
/// <param name="logger">For failures; ids only.</param>
public sealed class OneMachineScheduler(
    FunctionCatalog functions,
    IServiceProvider services,
    IEntityTables tables,
    IQueueReceiver queues,
    SchedulerSettings settings,
    ILogger<OneMachineScheduler> logger)
{
    /// <summary>Told of every call that ended, from any thread; null: nobody watches.</summary>
    public IProgress<FunctionEvent>? Progress { get; init; }

    /// <summary>Runs until it is stopped; returns when the calls under way have ended or their grace is over.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task RunAsync(IClock clock, CancellationToken stop)
    {
        using var tokens = new StopTokens(settings, stop);
        await using var pumps = new QueuePumps(functions.Queues.Select(Pump));
        IEnumerable<Task> work = [RunTimersAsync(Timers(), clock, tokens), .. pumps.All.Select(pump => pump.RunAsync(clock, tokens))];
        await Task.WhenAll(work.Select(task => StopAllWhenFailedAsync(task, tokens)));
    }

    /// <summary>
    /// Handles everything due at one moment and ends: the messages first, then each timer followed by the messages it
    /// gave rise to. Timers that come round at least hourly are called every time, rarer ones when their time has come
    /// since their last call.
    /// </summary>
    /// <param name="at">The moment; the clock of the services must stand at it.</param>
    /// <param name="stop">Ends it early, as in <see cref="RunAsync"/>.</param>
    /// <returns>Whether every timer function ended well. A message that failed to the end is set aside and reported.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<bool> RunOnceAsync(Instant at, CancellationToken stop)
    {
        using var tokens = new StopTokens(settings, stop);
        await using var pumps = new QueuePumps(functions.Queues.Select(Pump));
        var timers = Timers();
        await pumps.DrainAsync(at, tokens);
        var allWell = true;
        foreach (var timer in functions.Timers)
        {
            var due = await timers.DueAsync(timer, at, stop) ?? (timer.Schedule.IsFrequent ? at : null);
            if (due is { } dueAt)
            {
                allWell &= await timers.CallAsync(timer, dueAt, at, tokens.Calls);
                await pumps.DrainAsync(at, tokens);
            }
        }

        return allWell;
    }

    private async Task RunTimersAsync(TimerCalls timers, IClock clock, StopTokens stop)
    {
        try
        {
            // After an outage in their order, so that what watches over another finds it done; later each for itself.
            foreach (var timer in functions.Timers)
            {
                await CallIfDueAsync(timers, timer, clock, stop);
            }

            await Task.WhenAll(functions.Timers.Select(async timer =>
            {
                while (true)
                {
                    // The clock is looked at again; nothing else says that a timer is due.
                    await Task.Delay(settings.Poll.ToTimeSpan(), stop.Receiving);
                    await CallIfDueAsync(timers, timer, clock, stop);
                }
            }));
        }
        catch (OperationCanceledException) when (stop.Receiving.IsCancellationRequested)
        {
            // Stopped: a call cut short is made again at the next start.
        }
    }

    private static async Task CallIfDueAsync(TimerCalls timers, TimerFunction timer, IClock clock, StopTokens stop)
    {
        var now = clock.GetCurrentInstant();
        if (await timers.DueAsync(timer, now, stop.Receiving) is { } dueAt)
        {
            await timers.CallAsync(timer, dueAt, now, stop.Calls);
        }
    }

    private static async Task StopAllWhenFailedAsync(Task work, StopTokens stop)
    {
        try
        {
            await work;
        }
        catch
        {
            stop.Stop();
            throw;
        }
    }

    private QueuePump Pump(QueueFunction function) => new(function, services, queues, settings, Progress, logger);

    private TimerCalls Timers() => new(services, new TimerRuns(tables), settings, Progress, logger);
}
