namespace Notifier.Application.Queues;

/// <summary>Puts messages on a queue. They are durable when the task completes, and delivered at least once.</summary>
public interface IQueueSender
{
    Task SendAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken);
}
