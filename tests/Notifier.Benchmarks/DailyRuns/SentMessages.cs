using Notifier.Application.Queues;

namespace Notifier.Benchmarks.DailyRuns;

/// <summary>Keeps what was sent; nobody receives it.</summary>
internal sealed class SentMessages : IQueueSender
{
    private readonly List<(string Queue, QueueMessage Message)> sent = [];

    public IEnumerable<QueueMessage> Of(string queue) => sent.Where(one => one.Queue == queue).Select(one => one.Message);

    public Task SendAsync(string queue, IReadOnlyList<QueueMessage> messages, CancellationToken cancellationToken)
    {
        sent.AddRange(messages.Select(message => (queue, message)));
        return Task.CompletedTask;
    }
}
