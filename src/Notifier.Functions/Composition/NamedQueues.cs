using Notifier.Application.Queues;

namespace Notifier.Functions.Composition;

/// <summary>Sends to the queues under the names that the app's settings give them, as the triggers receive.</summary>
/// <param name="sender">Sends.</param>
/// <param name="nameOf">From the flow's name of a queue to its name in this namespace.</param>
internal sealed class NamedQueues(IQueueSender sender, Func<string, string> nameOf) : IQueueSender
{
    public Task SendAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken) =>
        sender.SendAsync(nameOf(queue), messages, cancellationToken);
}
