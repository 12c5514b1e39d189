namespace Notifier.Application.Alarms;

/// <summary>Which message of a queue is next. In Azure an alert of the namespace watches for messages that stay.</summary>
public interface IQueueAges
{
    /// <returns>Stands for the oldest message that could be taken now; null: none is waiting.</returns>
    Task<string?> OldestAsync(string queue, CancellationToken cancellationToken);
}
