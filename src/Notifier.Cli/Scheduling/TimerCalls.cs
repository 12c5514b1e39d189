using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Notifier.Cli.Scheduling;

/// <summary>Calls timer functions that are due.</summary>
internal sealed class TimerCalls(
    IServiceProvider services, TimerRuns runs, SchedulerSettings settings, IProgress<FunctionEvent>? progress, ILogger logger)
{
    // A call this long after its time is a late one, as after an outage.
    private static readonly Duration Punctual = Duration.FromMinutes(1);

    // Also of calls that failed, which are not remembered in the store: those are made again at the next start.
    private readonly ConcurrentDictionary<string, Instant> lastInThisProcess = new(StringComparer.Ordinal);

    /// <summary>
    /// The time that is due and was not served yet; null: none. A timer never called before is due at once if it comes
    /// round at least hourly (it asks what is due by now); a rarer one waits for its next time.
    /// </summary>
    public async Task<Instant?> DueAsync(TimerFunction timer, Instant now, CancellationToken cancellationToken)
    {
        Instant? last = lastInThisProcess.TryGetValue(timer.Name, out var known)
            ? known
            : await runs.LastAsync(timer.Name, cancellationToken);
        // A last call in the future means that the clock was set back, or an instant was tried out.
        if (last is null || last > now)
        {
            if (timer.Schedule.IsFrequent)
            {
                return timer.Schedule.After(now - timer.Schedule.Period);
            }

            await runs.RememberAsync(timer.Name, now, cancellationToken);
            lastInThisProcess[timer.Name] = now;
            return null;
        }

        lastInThisProcess[timer.Name] = last.Value;
        var due = timer.Schedule.After(last.Value);
        return due <= now ? due : null;
    }

    /// <summary>Calls it once, however many of its times were missed.</summary>
    /// <returns>Whether it ended well; then, and only then, the call is remembered.</returns>
    public async Task<bool> CallAsync(TimerFunction timer, Instant dueAt, Instant now, CancellationToken cancellationToken)
    {
        lastInThisProcess[timer.Name] = now;
        var late = now - dueAt > Punctual;
        if (late)
        {
            logger.TimerLate(timer.Name, dueAt);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.CallLimit.ToTimeSpan());
        try
        {
            await timer.Call.InvokeAsync(services, new FunctionCause(null, await CauseAsync(timer, now, late)), limit.Token);
        }
        catch (Exception cause)
        {
            cancellationToken.ThrowIfCancellationRequested();
            logger.TimerFailed(timer.Name, cause);
            progress?.Report(new FunctionEvent(timer.Name, FunctionEventKind.Failed));
            return false;
        }

        await runs.RememberAsync(timer.Name, now, CancellationToken.None);
        progress?.Report(new FunctionEvent(timer.Name, FunctionEventKind.Succeeded));
        return true;
    }

    private async Task<TimerInfo> CauseAsync(TimerFunction timer, Instant now, bool late) => new()
    {
        IsPastDue = late,
        ScheduleStatus = new ScheduleStatus
        {
            Last = await runs.LastAsync(timer.Name, CancellationToken.None) is { } last ? last.ToDateTimeUtc() : default,
            Next = timer.Schedule.After(now).ToDateTimeUtc(),
            LastUpdated = now.ToDateTimeUtc(),
        },
    };
}
