using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Cli.Stores;

/// <summary>The queues of a store that was opened for its tables alone: whoever uses them has asked for too little.</summary>
internal sealed class NoQueues : IQueueSender, IQueueReceiver, ISetAsideMessages
{
    public Task SendAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken) => throw Unasked();

    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, int most, Instant now, Duration lockFor, CancellationToken cancellationToken) => throw Unasked();

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken) => throw Unasked();

    public Task<bool> AbandonAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken) => throw Unasked();

    public Task SetAsideAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken) => throw Unasked();

    public IAsyncEnumerable<SetAsideMessage> ListAsync(string queue, CancellationToken cancellationToken) => throw Unasked();

    public Task<bool> PutBackAsync(SetAsideMessage message, CancellationToken cancellationToken) => throw Unasked();

    private static InvalidOperationException Unasked() => new("The store was opened without its queues.");
}
