using NodaTime;
using Notifier.Application.Delivery;
using Notifier.Application.Queues;
using Notifier.Application.Runs;

namespace Notifier.Benchmarks.Providers;

/// <summary>Messages of the store's own queue, handled as many at once as the one-machine home does.</summary>
internal sealed class QueuedNotices(IQueueSender sender, IQueueReceiver receiver, UseCases useCases, IClock clock, int atOnce) : IDisposable
{
    private const int SentAtOnce = 1000;

    private readonly SemaphoreSlim slots = new(atOnce);

    public async Task PutAsync(IEnumerable<NoticeDue> dues)
    {
        foreach (var some in dues.Chunk(SentAtOnce))
        {
            await sender.SendAsync(
                QueueNames.NoticesDue, [.. some.Select(due => due.ToMessage(due.ReminderId(), null))], CancellationToken.None);
        }
    }

    /// <returns>How many were handled.</returns>
    public async Task<int> HandleAllAsync()
    {
        var handled = 0;
        while (await receiver.ReceiveAsync(
            QueueNames.NoticesDue, atOnce, clock.GetCurrentInstant(), Duration.FromMinutes(20), CancellationToken.None) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await slots.WaitAsync();
                _ = HandleAsync(message);
            }

            handled += messages.Count;
        }

        for (var slot = 0; slot < atOnce; slot++)
        {
            await slots.WaitAsync();
        }

        slots.Release(atOnce);
        return handled;
    }

    public void Dispose() => slots.Dispose();

    private async Task HandleAsync(ReceivedMessage message)
    {
        await Task.Yield();
        try
        {
            await useCases.SendNotice.RunAsync(NoticeDue.Read(message.Body), CancellationToken.None);
            await receiver.CompleteAsync(message, CancellationToken.None);
        }
        catch (Exception problem)
        {
            Console.Error.WriteLine($"{message.MessageId}: {problem.Message}");
        }
        finally
        {
            slots.Release();
        }
    }
}
