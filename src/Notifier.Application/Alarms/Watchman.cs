using NodaTime;
using Notifier.Application.PlanDates;
using Notifier.Application.Queues;

namespace Notifier.Application.Alarms;

/// <summary>
/// Looks after the parts of the house one by one, so that none that has failed keeps the others from being looked at:
/// the store, the queues, and the last the watch itself.
/// </summary>
public sealed class Watchman(DistrictFiles districts, IQueueAges? queues, Alarm alarm, AlarmSettings settings, IClock clock)
{
    // In memory: a process that is started anew takes what waits first of all.
    private readonly Dictionary<string, (string Oldest, Instant Since)> first = new(StringComparer.Ordinal);

    /// <summary>Looks at the queues, then does the rest of the watch; what fails is told, and thrown afterwards.</summary>
    /// <param name="watch">What reads the store.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    public async Task RunAsync(Func<CancellationToken, Task> watch, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        await TryAsync(
            () => SeeDistrictsAsync(cancellationToken), "The store does not answer", failures, cancellationToken);
        await TryAsync(() => QueuesAsync(cancellationToken), "The queues do not answer", failures, cancellationToken);
        await TryAsync(() => watch(cancellationToken), "The watch over the runs failed", failures, cancellationToken);
        if (failures.Count > 0)
        {
            throw failures.Count == 1 ? failures[0] : new AggregateException(failures);
        }
    }

    private async Task SeeDistrictsAsync(CancellationToken cancellationToken)
    {
        await foreach (var districtId in districts.AllIdsAsync(cancellationToken))
        {
            if (await districts.GetAsync(districtId, cancellationToken) is { } file)
            {
                alarm.Remember(file.District);
            }
        }
    }

    private async Task QueuesAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        foreach (var queue in queues is null ? [] : QueueNames.All)
        {
            if (await queues!.OldestAsync(queue, cancellationToken) is not { } oldest)
            {
                first.Remove(queue);
            }
            else if (!first.TryGetValue(queue, out var known) || known.Oldest != oldest)
            {
                first[queue] = (oldest, now);
            }
            else if (now - known.Since >= settings.OldestMessage)
            {
                await alarm.RaiseAsync(
                    $"The same message has been first in the queue {queue} since {known.Since:uuuu-MM-dd HH:mm} UTC: nobody takes it.",
                    "See that the program runs and look for errors in its log; what waits is done as soon as it runs again.",
                    cancellationToken);
            }
        }
    }

    private async Task TryAsync(Func<Task> look, string what, List<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            await look();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            failures.Add(failure);
            await alarm.RaiseAsync(
                $"{what} ({failure.GetType().Name}). Reminders may not be going out.",
                "See that the store and the queues can be reached, and look for errors in the log. The next run catches up by itself.",
                cancellationToken);
        }
    }
}
