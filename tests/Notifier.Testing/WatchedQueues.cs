using NodaTime;
using Notifier.Application.Queues;

namespace Notifier.Testing;

/// <summary>Any queues, with something to be done before and after each call, as in <see cref="WatchedTables"/>.</summary>
public sealed class WatchedQueues(
    IQueueSender sender, IQueueReceiver receiver, Action<string, string> before, Action<string, string> after)
    : IQueueSender, IQueueReceiver
{
    public Task SendAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken) =>
        CallAsync("send", queue, () => sender.SendAsync(queue, messages, cancellationToken));

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue, int most, Instant now, Duration lockFor, CancellationToken cancellationToken)
    {
        before("receive", queue);
        return await receiver.ReceiveAsync(queue, most, now, lockFor, cancellationToken);
    }

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken) =>
        CallAsync("complete", message.Queue, () => receiver.CompleteAsync(message, cancellationToken));

    public async Task<bool> AbandonAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken)
    {
        before("abandon", message.Queue);
        var result = await receiver.AbandonAsync(message, reason, cancellationToken);
        after("abandon", message.Queue);
        return result;
    }

    public Task SetAsideAsync(ReceivedMessage message, string reason, CancellationToken cancellationToken) =>
        CallAsync("set aside", message.Queue, () => receiver.SetAsideAsync(message, reason, cancellationToken));

    private async Task CallAsync(string what, string queue, Func<Task> call)
    {
        before(what, queue);
        await call();
        after(what, queue);
    }
}
